/** A text area for each file: for touch and narrow screens, for who wants it, and where Monaco cannot be loaded. */
import type { Editor, EditorOptions, EditorProblem } from './editor.ts';
import { openPlainFile, type PlainFile } from './plain-file.ts';
import styles from './plain-editor.css?inline';

export function openPlainEditor(host: HTMLElement, options: EditorOptions): Editor {
  addStyles();
  const opened = new Map<string, PlainFile>();
  const scrolled = new Map<string, number>();
  const message = document.createElement('output');
  message.className = 'plain-message';
  let problems: readonly EditorProblem[] = [];
  let shown: string | undefined;

  const open = (path: string): PlainFile => {
    const file = openPlainFile({
      text: options.editable[path] ?? options.readOnly[path] ?? '',
      readOnly: !Object.hasOwn(options.editable, path),
      label: options.label(path),
      onChange: () => options.onChange(files()),
      onLine: (line) => path === shown && tell(line),
    });
    opened.set(path, file);
    file.mark(problems.filter((problem) => problem.path === path));
    return file;
  };
  const file = (path: string): PlainFile => opened.get(path) ?? open(path);
  const files = () =>
    Object.fromEntries(
      Object.entries(options.editable).map(([path, text]) => [path, opened.get(path)?.text() ?? text]),
    );
  /** What is wrong in the line with the cursor. */
  const tell = (line: number) => {
    const own = problems.filter((problem) => problem.path === shown && problem.line === line);
    const text = own.map((problem) => problem.message).join('\n');
    if (message.textContent !== text) message.textContent = text;
  };
  const show = (path: string) => {
    if (path === shown) return;
    if (shown !== undefined) scrolled.set(shown, file(shown).element.scrollTop);
    shown = path;
    const { element, line } = file(path);
    host.replaceChildren(element, message);
    element.scrollTop = scrolled.get(path) ?? 0;
    tell(line());
  };
  host.classList.add('plain');
  show(options.opens);

  return {
    show,
    files,
    replace(texts) {
      for (const [path, text] of Object.entries(texts)) {
        if (Object.hasOwn(options.editable, path)) file(path).replace(text);
      }
    },
    reveal({ path, line, column }) {
      show(path);
      file(path).reveal(line, column);
    },
    mark(marked) {
      problems = marked;
      for (const [path, each] of opened) each.mark(marked.filter((problem) => problem.path === path));
      if (shown !== undefined) tell(file(shown).line());
    },
    focus() {
      if (shown !== undefined) file(shown).focus();
    },
    dispose() {
      host.classList.remove('plain');
      host.replaceChildren();
    },
  };
}

/** Not linked by the page: who only reads needs none of it. */
function addStyles(): void {
  const id = 'plain-editor-styles';
  if (document.getElementById(id)) return;
  document.head.append(Object.assign(document.createElement('style'), { id, textContent: styles }));
}
