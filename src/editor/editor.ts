/** Texts of files by path (`./user.ts`). */
export type Sources = Readonly<Record<string, string>>;

/** A place in a file; lines and columns count from 1. */
export type EditorPlace = { readonly path: string; readonly line: number; readonly column: number };

/** A part of a line that is underlined, with what is wrong there. */
export type EditorProblem = EditorPlace & { readonly length: number; readonly message: string };

/** What TypeScript finds in a file while the learner writes. The message may have several lines. */
export type Diagnostic = EditorPlace & {
  readonly code: number;
  readonly message: string;
  /** A hint is about what is never used; the code type-checks all the same. */
  readonly kind: 'error' | 'hint';
};

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
  readonly words: EditorWords;
  readonly onChange: (files: Sources) => void;
  /** Run was chosen in the editor's own list of commands. */
  readonly onRun: () => void;
  /**
   * The editor went to a definition or back from one; `path` may be a file of the library (`past-tense/index.ts`) or of
   * TypeScript's declarations (`lib.dom.d.ts`).
   */
  readonly onTravel: (path: string, canGoBack: boolean) => void;
  /** What TypeScript finds in all files of the exercise, some time after each change. */
  readonly onDiagnosed: (diagnostics: readonly Diagnostic[]) => void;
};

/** What an editor says itself. */
export type EditorWords = {
  readonly run: string;
  readonly back: string;
  /** Why a file cannot be written into. */
  readonly readOnly: (path: string) => string;
  readonly cannotRename: string;
  /** Why a name that a read-only file has too cannot be changed. */
  readonly cannotRenameIn: (path: string) => string;
  /** The error in the learner's terms, for some errors. */
  readonly explain: (diagnostic: Pick<Diagnostic, 'code' | 'message'>) => string | undefined;
};

/** What the editor can be asked to do where the cursor is. */
export type EditorCommand = 'format' | 'find' | 'rename';

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
  /** Returns to where the last definition was asked for. */
  back?(): void;
  perform?(command: EditorCommand): void;
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
