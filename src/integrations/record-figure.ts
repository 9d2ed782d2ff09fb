import { posix } from 'node:path';
import { AuthorError } from '../course/author-error.ts';
import { didYouMean } from '../course/did-you-mean.ts';
import type { EntryKind, Recording } from '../sandbox/recording.ts';
import { leaveOut } from './leave-out.ts';
import type { Programs } from './lesson-programs.ts';
import { recordProgram } from './record-program.ts';

/** A <Timeline> as its lesson writes it. A lesson is no TypeScript: what the types promise may be something else. */
export type WrittenTimeline = {
  /** The lesson. */
  readonly file: string;
  /** The program beside it: `./name.program.ts`. */
  readonly of: string;
  /** What the figure shows. */
  readonly label: string;
  /** Kinds of entries that the figure does without. */
  readonly without?: readonly EntryKind[] | undefined;
};

/**
 * What happened when the program ran. It exports `timeline()`, which prepares everything and returns the function that is
 * recorded. Throws an AuthorError for a figure that shows nothing, not all, or something else each time.
 */
export function recordFigure(written: WrittenTimeline, programs: Programs): Recording {
  const { file, of, label } = written;
  const refuse: Refuse = (found, todo) => {
    throw new AuthorError(file, `<Timeline of=${JSON.stringify(of)}> ${found}`, todo);
  };
  if (!label) refuse('has no label', 'Say in label="…" what the figure shows.');
  const path = findPath(written, [...programs.keys()], refuse);
  const { timeline } = programs.get(path)!() as { readonly timeline?: unknown };
  if (typeof timeline !== 'function') {
    refuse(`names ${path}, which exports no function timeline`, stage);
  }
  const record = () => recordOnce(path, timeline as () => unknown, refuse);
  const recording = record();
  if (JSON.stringify(record()) !== JSON.stringify(recording)) {
    refuse(
      `names ${path}, in which other things happened when it ran again`,
      'Take time and ids from past-tense/testing, and prepare everything inside timeline().',
    );
  }
  return leaveOut(recording, kindsOf(written, recording, refuse));
}

type Refuse = (found: string, todo: string) => never;

const stage = 'Export timeline(): () => void, which prepares everything and returns what is to be recorded.';

function findPath({ file, of }: WrittenTimeline, known: readonly string[], refuse: Refuse): string {
  if (typeof of !== 'string') refuse('names no program', 'Write of="./<name>.program.ts".');
  const folder = posix.dirname(file);
  const path = posix.join(folder, of);
  if (known.includes(path)) return path;
  const beside = known.filter((each) => posix.dirname(each) === folder);
  return refuse(
    `names a program that is not there: ${path}`,
    didYouMean(
      of,
      beside.map((each) => `./${posix.basename(each)}`),
      'Add the file beside the lesson.',
    ),
  );
}

function recordOnce(path: string, timeline: () => unknown, refuse: Refuse): Recording {
  let recording: Recording | undefined;
  try {
    const run = timeline();
    if (typeof run !== 'function')
      return refuse(`names ${path}, whose timeline() returns no function`, stage);
    recording = recordProgram(run as () => unknown);
  } catch (error) {
    if (error instanceof AuthorError) throw error;
    return refuse(`names ${path}, which threw ${String(error)}`, 'Catch what is meant to be thrown.');
  }
  if (!recording) {
    return refuse(
      `names ${path}, in which nothing happened that the library knows of`,
      'Use pieces of past-tense, or tell it with note and during of past-tense/testing.',
    );
  }
  if (recording.more > 0) {
    return refuse(
      `names ${path}, in which more happened than a recording holds: ${recording.more} entries more`,
      'Let the program do less.',
    );
  }
  return recording;
}

function kindsOf({ without = [] }: WrittenTimeline, { entries }: Recording, refuse: Refuse) {
  for (const kind of without) {
    if (entries.some((entry) => entry.kind === kind)) continue;
    const there = [...new Set(entries.map((entry) => entry.kind))];
    refuse(
      `leaves out "${kind}", which does not happen`,
      didYouMean(kind, there, `What happens: ${there.join(', ')}.`),
    );
  }
  return new Set<EntryKind>(without);
}
