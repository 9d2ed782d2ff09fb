/** Texts of files by path (`./user.ts`). */
export type Sources = Readonly<Record<string, string>>;

/** A place in a file; lines and columns count from 1. */
export type EditorPlace = { readonly path: string; readonly line: number; readonly column: number };

/** A part of a line that is underlined, with what is wrong there. */
export type EditorProblem = EditorPlace & { readonly length: number; readonly message: string };

export type EditorOptions = {
  /** Distinguishes the files of several exercises on one page. */
  readonly exercise: string;
  readonly editable: Sources;
  readonly readOnly: Sources;
  /** Sources of the course library by module path. */
  readonly library: Sources;
  /** TypeScript is downloaded; its worker is not started before. */
  readonly typescript: Promise<void>;
  readonly opens: string;
  /** What a screen reader calls the editor. */
  readonly label: (path: string) => string;
  readonly onChange: (files: Sources) => void;
  readonly onRun: () => void;
  /** The editor went to a definition in another file. */
  readonly onOpen: (path: string) => void;
};

/** What the workbench asks of an editor, whichever it is. */
export type Editor = {
  show(path: string): void;
  /** The editable files as they are. */
  files(): Sources;
  /** Puts other texts into the editable files; the editor's own undo takes it back. */
  replace(files: Sources): void;
  /** Shows a place and puts the cursor there. */
  reveal(place: EditorPlace): void;
  /** Underlines what the compiler refused; none takes the marks away. */
  mark(problems: readonly EditorProblem[]): void;
  focus(): void;
  dispose(): void;
};

/** The learner's text of a file beside another; `labels` are what a screen reader calls the two. */
export type Comparison = {
  show(path: string, other: string, labels: { readonly mine: string; readonly other: string }): void;
  dispose(): void;
};

/** A text that is only read; `label` is what a screen reader calls it. */
export type Reader = {
  show(text: string, label: string): void;
  dispose(): void;
};
