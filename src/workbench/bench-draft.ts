import type { Sources } from '../compiler/build-options.ts';
import { keepDrafts, type DraftContent } from '../progress/draft-keeper.ts';
import { hashFiles } from '../progress/hash-files.ts';
import { knownFiles, sameFiles } from './draft-files.ts';
import { withoutScratch, type Scratch } from './scratch.ts';

/**
 * Other code that the learner is asked about, and until then both are kept. `other-tab`: another tab saved it.
 * `new-starter`: the exercise starts from it since the draft was begun.
 */
export type DraftQuestion = { readonly kind: 'other-tab' | 'new-starter'; readonly other: Sources };

export type DraftState = {
  /** The code differs from the starter. */
  readonly changed: boolean;
  /**
   * There is code that was exchanged for other and can be brought back: `fresh` until the next edit; then `kept`, and
   * bringing it back is itself such an exchange.
   */
  readonly earlier: 'fresh' | 'kept' | undefined;
  readonly question: DraftQuestion | undefined;
};

export const openingDraft: DraftState = { changed: false, earlier: undefined, question: undefined };

/** The learner's code as it is kept: saved, exchanged, brought back, and asked about. */
export type BenchDraft = {
  /** The files to begin with. */
  open(): Promise<void>;
  files(): Sources;
  /** The learner wrote. */
  edited(files: Sources): void;
  /** The learner changed what is kept beside the exercise's files. */
  editedBeside(): void;
  /** Puts other code into the editor, file by file; `restore` brings back what was there. */
  exchange(files: Sources): void;
  restore(): void;
  /** Answers the question: with the code in the editor, or with the other. */
  answer(choice: 'mine' | 'other'): void;
  flush(): Promise<void>;
  stop(): void;
};

export type DraftSurroundings = {
  /** Shows files in the editor. */
  readonly put: (files: Sources) => void;
  /** The learner deleted or replaced everything in another tab. */
  readonly onReplaced: () => void;
  /** What is kept with the draft and is no file of the exercise. */
  readonly beside: Pick<Scratch, 'kept' | 'take'>;
};

/** `tell` gets every new state. */
export function createBenchDraft(
  exercise: { readonly id: string; readonly starters: Sources },
  { put, onReplaced, beside }: DraftSurroundings,
  tell: (state: DraftState) => void,
): BenchDraft {
  const { starters } = exercise;
  const newest = hashFiles(starters);
  let files = starters;
  /** Texts of files that the exercise does not have any more. */
  let gone: Sources = {};
  /** The hash of the starter that the draft began from. */
  let began = newest;
  let earlier: Sources | undefined;
  let isFresh = false;
  /** What is in the editor was put there and not written in: the learner's own is `earlier`. */
  let isForeign = false;
  let otherTab: DraftContent | undefined;
  let isPutting = false;

  const question = (): DraftQuestion | undefined => {
    if (otherTab) return { kind: 'other-tab', other: { ...starters, ...withoutScratch(otherTab.files) } };
    return began === newest ? undefined : { kind: 'new-starter', other: starters };
  };
  const show = () => {
    const isElse = earlier !== undefined && !sameFiles({ ...gone, ...files }, earlier);
    const state = isFresh ? 'fresh' : 'kept';
    tell({
      changed: !sameFiles(files, starters),
      earlier: isElse ? state : undefined,
      question: question(),
    });
  };
  const keep = () => {
    if (sameFiles(files, starters)) began = newest;
    keeper.keep({
      v: 2,
      starter: began,
      files: { ...gone, ...files, ...beside.kept() },
      ...(earlier ? { beforeReset: earlier } : {}),
      updatedAt: Date.now(),
    });
    show();
  };
  const display = (next: Sources) => {
    gone = goneFiles(next, starters);
    files = { ...starters, ...knownFiles(next, starters) };
    isPutting = true;
    put(files);
    isPutting = false;
  };

  const takeBeside = (next: Sources | undefined) => {
    isPutting = true;
    beside.take(next);
    isPutting = false;
  };

  /** Takes over what is stored already; storing it again would go to and fro between the tabs. */
  const adopt = (draft: DraftContent | undefined) => {
    otherTab = undefined;
    const { starter = newest } = draft ?? {};
    const isUntouched = !draft || hashFiles(withoutScratch(draft.files)) === starter;
    began = isUntouched ? newest : starter;
    earlier = draft?.beforeReset;
    takeBeside(draft?.files);
    display(isUntouched ? starters : draft.files);
    isFresh = sameFiles(files, starters);
    isForeign = isFresh;
    show();
  };
  const keeper = keepDrafts(exercise.id, {
    onNewer: adopt,
    onReplaced(draft) {
      onReplaced();
      adopt(draft);
    },
    onConflict(draft) {
      otherTab = draft;
      show();
    },
  });

  const exchange = (next: Sources) => {
    if (sameFiles(files, next)) return;
    if (!isForeign || !earlier) earlier = { ...gone, ...files };
    isForeign = true;
    isFresh = true;
    display({ ...files, ...next });
    keep();
  };

  return {
    async open() {
      const draft = await keeper.open();
      const conflict = otherTab;
      adopt(draft);
      otherTab = conflict;
      show();
    },
    files: () => files,
    edited(next) {
      if (isPutting) return;
      files = next;
      isFresh = false;
      isForeign = false;
      keep();
    },
    editedBeside() {
      if (!isPutting) keep();
    },
    exchange,
    restore() {
      if (!earlier) return;
      const back = earlier;
      if (isFresh) {
        earlier = undefined;
        display(back);
        keep();
      } else exchange(back);
      isForeign = false;
    },
    answer(choice) {
      const asked = question();
      if (!asked) return;
      const theirs = otherTab;
      keeper.settle();
      if (asked.kind === 'new-starter' || choice === 'other') began = theirs?.starter ?? newest;
      if (choice === 'other') {
        if (theirs) takeBeside(theirs.files);
        exchange(asked.other);
      }
      keep();
      void keeper.flush();
    },
    flush: () => keeper.flush(),
    stop: () => keeper.stop(),
  };
}

const goneFiles = (draft: Sources, starters: Sources): Sources =>
  Object.fromEntries(
    Object.entries(withoutScratch(draft)).filter(([path]) => !Object.hasOwn(starters, path)),
  );
