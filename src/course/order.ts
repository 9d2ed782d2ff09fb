import { createHash } from 'node:crypto';
import { counted, refuseNoQuestion, wrong, type Asked } from './choices.ts';
import { didYouMean } from './did-you-mean.ts';

/** A note of a recorded run, as the learner reads it. */
export interface RanNote {
  readonly kind: string;
  readonly text: string;
  readonly about?: string;
}

/** A checked `<PredictOrder>`, ready to be shown. */
export interface Order<Note extends RanNote> {
  /** In the order in which they are shown; `came` is a note's place in the run, from 0, and never its place here. */
  readonly notes: readonly (Note & { readonly came: number })[];
  /**
   * A hash of what is asked: of question, notes, their order and the shown program. Answers are stored under it, so an
   * edited question is asked anew. The explanation is not part of it.
   */
  readonly key: string;
}

/** The kinds of entries that a lesson makes to notes. Throws an AuthorError for none, or for one that is no kind. */
export function kindsOf<Kind extends string>(
  asked: Asked,
  written: unknown,
  known: readonly Kind[],
): readonly Kind[] {
  if (!Array.isArray(written) || written.length === 0) {
    throw wrong(asked, 'names no kinds', "Write kinds={['published', 'listener']}.");
  }
  for (const kind of written as unknown[]) {
    if ((known as readonly unknown[]).includes(kind)) continue;
    throw wrong(
      asked,
      `names the kind "${String(kind)}", which is none`,
      didYouMean(String(kind), known, `Known: ${known.join(', ')}.`),
    );
  }
  return written as readonly Kind[];
}

/**
 * The question about the notes of two runs of a program, each in the order in which they came. Throws an AuthorError for
 * a question that nobody could answer.
 */
export function orderOf<Note extends RanNote>(
  asked: Asked,
  program: { readonly path: string; readonly shown: string },
  [notes, again]: readonly [readonly Note[], readonly Note[]],
  explanation: string,
): Order<Note> {
  refuseNoQuestion(asked);
  refuseOtherRun(asked, program.path, notes, again);
  refuseUnarrangeable(asked, program.path, notes);
  if (explanation.trim() === '') {
    throw wrong(asked, 'has no explanation', 'Write between its tags why they come in this order.');
  }
  const content = ['order', asked.question, notes.map(reading), program.shown];
  return { notes: outOfOrder(notes), key: hash(content).slice(0, 32) };
}

function refuseOtherRun(
  asked: Asked,
  path: string,
  notes: readonly RanNote[],
  again: readonly RanNote[],
): void {
  if (hash(notes) === hash(again)) return;
  throw wrong(
    asked,
    `names ${path}, in whose run() other things happened when it ran again`,
    'Take time and ids from past-tense/testing, and keep no state outside run().',
  );
}

function refuseUnarrangeable(asked: Asked, path: string, notes: readonly RanNote[]): void {
  const kinds = 'Choose other kinds, or let the program do more.';
  if (notes.length < 3) throw wrong(asked, `has ${counted(notes.length, 'note')} of ${path}`, kinds);
  const readings = notes.map(reading);
  const twin = readings.find((each, place) => readings.indexOf(each) !== place);
  if (twin === undefined) return;
  throw wrong(
    asked,
    `has two notes of ${path} that read the same, "${twin}"`,
    'Choose other kinds, or give things different names in the program.',
  );
}

const reading = ({ kind, text, about }: RanNote): string =>
  [kind, text, ...(about === undefined ? [] : [about])].join(' ');

/** The same at each build, and no note where it came. */
function outOfOrder<Note extends RanNote>(notes: readonly Note[]): (Note & { came: number })[] {
  const numbered = notes.map((note, came) => ({ ...note, came }));
  for (let round = 0; ; round += 1) {
    const rank = (note: Note) => hash([round, reading(note)]);
    const shown = numbered.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    if (shown.every(({ came }, place) => came !== place)) return shown;
  }
}

const hash = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
