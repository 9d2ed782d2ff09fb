import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Exercise } from '../course/exercises.ts';
import { isKept } from './kept-exercise.ts';
import { librarySources } from './library-sources.ts';

const entry = 'src/integrations/judge-ahead.process.ts';

/**
 * What a process may keep before it looks for what it can give back, in MB: it holds 420 in all where V8 would take 900
 * of a machine that has them, and is a twentieth slower.
 */
const heap = ['--max-old-space-size=320', '--max-semi-space-size=8'];

/** What processes judge beside the build, and when they have. */
type Ahead = {
  /** Exercises that no process has yet; those that a page waits for come first. */
  waiting: readonly string[];
  readonly judging: ReadonlyMap<string, PromiseWithResolvers<void>>;
  /** Starts processes until there are as many as the machine has cores. */
  readonly startRest: () => void;
};

/**
 * Has exercises judged that have changed since an earlier build, while Astro goes on in its one thread. Half of the cores
 * judge until a page waits for an exercise: bundling comes before, and needs more memory and cores than pages. Then all do.
 * What they find is in the folder of kept exercises. An exercise that cannot be judged is judged again by whoever asks for
 * it, and says then what is wrong.
 */
export function judgeAhead(root: string, exercises: readonly Exercise[]): void {
  const library = librarySources(root);
  const waiting = exercises.filter((exercise) => !isKept(root, exercise, library)).map(({ id }) => id);
  // One is judged sooner than a process starts.
  if (waiting.length < 2) return;
  let running = 0;
  const startUpTo = (most: number) => {
    while (running < Math.min(most, ahead.waiting.length)) {
      running += 1;
      startProcess(root, ahead, () => {
        running -= 1;
        if (running > 0) return;
        ahead.waiting = [];
        ahead.judging.forEach(({ resolve }) => resolve());
      });
    }
  };
  const ahead: Ahead = {
    waiting,
    judging: new Map(waiting.map((id) => [id, Promise.withResolvers<void>()])),
    startRest: () => startUpTo(availableParallelism()),
  };
  shared.ahead = ahead;
  startUpTo(Math.ceil(availableParallelism() / 2));
}

/** Resolves when no process will find out more about the exercise. */
export async function judgedAhead(id: string): Promise<void> {
  const { ahead } = shared;
  if (ahead?.waiting.includes(id)) {
    ahead.waiting = [id, ...ahead.waiting.filter((other) => other !== id)];
    ahead.startRest();
  }
  await ahead?.judging.get(id)?.promise;
}

/** Pages are bundled, and have another instance of this module than the configuration. */
const shared = ((globalThis as { pastTenseJudging?: { ahead?: Ahead } }).pastTenseJudging ??= {});

function startProcess(root: string, ahead: Ahead, onEnd: () => void): void {
  const child = fork(join(root, entry), [root], {
    execArgv: [...process.execArgv, ...heap],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let current = '';
  const goOn = () => {
    ahead.judging.get(current)?.resolve();
    const [next, ...rest] = ahead.waiting;
    if (next === undefined) return child.disconnect();
    ahead.waiting = rest;
    current = next;
    child.send(next);
  };
  child.on('message', goOn);
  child.once('exit', () => {
    ahead.judging.get(current)?.resolve();
    onEnd();
  });
}
