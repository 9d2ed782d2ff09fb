import { definePlugin, defineEcConfig } from '@astrojs/starlight/expressive-code';
import { select, setInlineStyle } from '@astrojs/starlight/expressive-code/hast';

/**
 * Code is most of a lesson's elements. The browser lays a block out when it comes near the window; until then the number
 * of its lines says how tall it is, so nothing moves. A block whose lines wrap has no such number.
 */
const layOutLate = definePlugin({
  name: 'lay-out-late',
  baseStyles: `@media screen {
    pre > code[style*='--lines'] {
      content-visibility: auto;
      contain-intrinsic-block-size: calc(var(--lines) * 1lh);
    }
  }`,
  hooks: {
    postprocessRenderedBlock({ codeBlock, renderData }) {
      const code = select('pre > code', renderData.blockAst);
      if (code && !codeBlock.props.wrap) setInlineStyle(code, '--lines', String(codeBlock.getLines().length));
    },
  },
});

// A file of its own because functions in it must reach <Code> too, which astro.config.mjs could not pass on.
export default defineEcConfig({
  themes: ['vitesse-dark', 'vitesse-light'],
  useStarlightUiThemeColors: true,
  plugins: [layOutLate],
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
