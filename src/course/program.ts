import { posix } from 'node:path';
import { wrong, type Asked } from './choices.ts';
import { didYouMean } from './did-you-mean.ts';

/**
 * The path of a program that stands beside its lesson: `./pull.program.ts` → `content/cart/late/pull.program.ts`.
 * `known` are the paths of all programs.
 */
export function findProgram(asked: Asked, program: unknown, known: readonly string[]): string {
  if (typeof program !== 'string') {
    throw wrong(asked, 'names no program', 'Write program="./<name>.program.ts", a file beside the lesson.');
  }
  const folder = posix.dirname(asked.file);
  const path = posix.join(folder, program);
  if (known.includes(path)) return path;
  const beside = known.filter((each) => posix.dirname(each) === folder);
  throw wrong(
    asked,
    `names the program ${program}, but there is no ${path}`,
    didYouMean(
      program,
      beside.map((each) => `./${posix.basename(each)}`),
      'Add the file beside the lesson, with an exported function run(): string.',
    ),
  );
}

/** What the program returns. `module` is what the file at `path` exports. */
export function outcomeOf(asked: Asked, path: string, module: unknown): string {
  const run = runOf(asked, path, module);
  const outcome = run();
  if (typeof outcome !== 'string') {
    throw wrong(asked, `names ${path}, whose run() returned ${typeof outcome}`, 'Return a string from it.');
  }
  const again = run();
  if (again !== outcome) {
    throw wrong(
      asked,
      `names ${path}, whose run() returned "${outcome}" and then "${String(again)}"`,
      'Take time and ids from past-tense/testing, and keep no state outside run().',
    );
  }
  return outcome;
}

/** The run() that a program exports; what it throws stops the build. `module` is what the file at `path` exports. */
export function runOf(asked: Asked, path: string, module: unknown): () => unknown {
  const { run } = module as { run?: unknown };
  if (typeof run !== 'function') {
    throw wrong(asked, `names ${path}, which exports no function run`, 'Export run(): string from it.');
  }
  return () => {
    try {
      return run() as unknown;
    } catch (error) {
      throw wrong(asked, `names ${path}, whose run() threw ${String(error)}`, 'Correct the program.');
    }
  };
}
