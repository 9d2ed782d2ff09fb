import { editor as monaco } from 'monaco-editor/editor';

let following = false;

const highContrast = matchMedia('(forced-colors: active)');

/**
 * Gives Monaco the colours of the page and changes them when the page changes its theme; where the system forces
 * colours, one of Monaco's own themes for that.
 */
export function followTheme(): void {
  if (following) return;
  following = true;
  apply();
  highContrast.addEventListener('change', apply);
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function apply(): void {
  const dark = document.documentElement.dataset['theme'] !== 'light';
  if (highContrast.matches) {
    monaco.setTheme(dark ? 'hc-black' : 'hc-light');
    return;
  }
  const background = colour('--workbench-editor');
  monaco.defineTheme('past-tense', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: background === undefined ? {} : { 'editor.background': background },
  });
  monaco.setTheme('past-tense');
}

/** A custom property as Monaco reads it, `#rrggbb`. */
function colour(name: string): string | undefined {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}
