import { definePlugin, defineEcConfig } from '@astrojs/starlight/expressive-code';
import { select, setInlineStyle, visitParents } from '@astrojs/starlight/expressive-code/hast';

/**
 * Code is most of a lesson's elements. The browser lays a block out when it comes near the window; until then the numbers
 * of its lines and columns say how large it is, so nothing moves, and a block that is too wide can be scrolled by
 * keyboard from the beginning. A block whose lines wrap has no such numbers.
 */
const layOutLate = definePlugin({
  name: 'lay-out-late',
  baseStyles: `@media screen {
    pre > code[style*='--lines'] {
      min-width: min-content;
      content-visibility: auto;
      contain-intrinsic-size:
        calc(var(--columns) * 1ch + 2 * var(--ec-codePadInl))
        calc(var(--lines) * 1lh);
    }
  }`,
  hooks: {
    postprocessRenderedBlock({ codeBlock, renderData }) {
      const code = select('pre > code', renderData.blockAst);
      if (!code || codeBlock.props.wrap) return;
      const lines = codeBlock.getLines().map(({ text }) => text);
      setInlineStyle(code, '--lines', String(lines.length));
      setInlineStyle(code, '--columns', String(Math.max(...lines.map(columnsOf))));
    },
  },
});

/** A Korean syllable takes the room of two letters. */
const columnsOf = (/** @type {string} */ line) => line.replace(/[\u1100-\u11ff\u3000-\ud7ff]/g, '  ').length;

/**
 * What has the colour of the text anyway needs no element, and a lesson has hundreds of them: spaces, brackets and names
 * that no rule of the themes fits.
 */
const fewerElements = definePlugin({
  name: 'fewer-elements',
  hooks: {
    postprocessRenderedBlock({ renderData, styleVariants }) {
      const plain = styleVariants.map(({ theme }, index) => `--${index}:${theme.fg}`).join(';');
      visitParents(renderData.blockAst, 'element', ({ tagName, properties, children }, parents) => {
        const isPlain = String(properties['style']).toUpperCase() === plain.toUpperCase();
        if (tagName !== 'span' || !isPlain || Object.keys(properties).length > 1) return;
        const siblings = parents.at(-1).children;
        const place = siblings.findIndex((sibling) => sibling.children === children);
        siblings.splice(place, 1, ...children);
      });
    },
  },
});

// A file of its own because functions in it must reach <Code> too, which astro.config.mjs could not pass on.
export default defineEcConfig({
  themes: ['vitesse-dark', 'vitesse-light'],
  useStarlightUiThemeColors: true,
  plugins: [layOutLate, fewerElements],
  styleOverrides: {
    borderRadius: '0.375rem',
    codeLineHeight: '1.55',
    frames: { shadowColor: 'transparent' },
  },
  getBlockLocale: ({ file }) => {
    const place = file.url && file.url.protocol !== 'file:' ? file.url.pathname : file.path;
    return /(^|\/)ko(\/|\.mdx?$|$)/.test(place ?? '') ? 'ko' : 'en';
  },
});
