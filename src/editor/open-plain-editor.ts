/** A plain text area: what is left when Monaco cannot be loaded. Every feature of the workbench works with it. */
import type { Editor, EditorOptions, EditorPlace } from './editor.ts';

export function openPlainEditor(host: HTMLElement, options: EditorOptions): Editor {
  const texts: Record<string, string> = { ...options.readOnly, ...options.editable };
  const area = document.createElement('textarea');
  area.className = 'plain-editor';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.wrap = 'off';
  host.append(area);
  let shown = options.opens;

  const files = () => Object.fromEntries(Object.keys(options.editable).map((path) => [path, texts[path]!]));
  const show = (path: string) => {
    shown = path;
    area.value = texts[path] ?? '';
    area.readOnly = !(path in options.editable);
    area.setAttribute('aria-label', options.label(path));
  };
  area.addEventListener('input', () => {
    texts[shown] = area.value;
    options.onChange(files());
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    options.onRun();
  });
  show(shown);

  return {
    show,
    files,
    replace(replaced) {
      Object.assign(texts, replaced);
      show(shown);
      options.onChange(files());
    },
    reveal(place) {
      show(place.path);
      area.focus();
      const position = offset(area.value, place);
      area.setSelectionRange(position, position);
    },
    mark: () => undefined,
    dispose: () => area.remove(),
  };
}

function offset(text: string, { line, column }: EditorPlace): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((length, each) => length + each.length + 1, 0) + column - 1;
}
