import { defineEcConfig } from '@astrojs/starlight/expressive-code';

// A file of its own because functions in it must reach <Code> too, which astro.config.mjs could not pass on.
export default defineEcConfig({
  themes: ['vitesse-dark', 'vitesse-light'],
  useStarlightUiThemeColors: true,
  styleOverrides: {
    borderRadius: '0.375rem',
    codeLineHeight: '1.55',
    frames: { shadowColor: 'transparent' },
  },
  getBlockLocale: ({ file }) => {
    const place = file.url && file.url.protocol !== 'file:' ? file.url.pathname : file.path;
    return /(^|\/)ko(\/|\.mdx$|$)/.test(place ?? '') ? 'ko' : 'en';
  },
});
