import { keysOf, read, update } from './store.ts';
import { storagePrefix } from '../site-address.ts';

const channelName = `${storagePrefix}:progress`;

/** Remembers that an exercise was passed, and tells this page and other tabs. The first time counts. */
export async function recordPassed(exercise: string): Promise<void> {
  const isNew = (await read('progress', exercise))?.passedAt === undefined;
  await update('progress', exercise, (known) => {
    if (known?.passedAt !== undefined) return undefined;
    return { ...known, v: 2, passedAt: Date.now() };
  });
  tellProgress();
  if (isNew && (await passedExercises()).size === 1) void askToPersist();
}

/**
 * Asks the browser not to clear this site's data when it needs room; Firefox asks the learner. So it is asked once,
 * when there is something to lose, and goes on without a yes.
 */
async function askToPersist(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // There is no such thing without TLS.
  }
}

export async function passedExercises(): Promise<ReadonlySet<string>> {
  const exercises = await keysOf('progress');
  const records = await Promise.all(exercises.map((exercise) => read('progress', exercise)));
  return new Set(exercises.filter((_, place) => records[place]?.passedAt !== undefined));
}

/** Tells this page and other tabs that a record of progress changed. */
export function tellProgress(): void {
  dispatchEvent(new Event(channelName));
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls back after an exercise was passed or help was opened, in this tab or another. */
export function onProgress(tell: () => void): void {
  addEventListener(channelName, tell);
  new BroadcastChannel(channelName).addEventListener('message', tell);
}
