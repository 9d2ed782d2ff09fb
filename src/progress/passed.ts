import { keysOf, read, write } from './store.ts';

const channelName = `past-tense:${import.meta.env.BASE_URL}:progress`;

/** Remembers that an exercise was passed, and tells this page and other tabs. The first time counts. */
export async function recordPassed(exercise: string): Promise<'stored' | 'memory'> {
  const known = await read('progress', exercise);
  const outcome = known ? 'stored' : await write('progress', exercise, { v: 1, passedAt: Date.now() });
  tellPassed();
  return outcome;
}

/** Tells this page and other tabs that other exercises are passed than before. */
export function tellPassed(): void {
  dispatchEvent(new Event(channelName));
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

export const passedExercises = async (): Promise<ReadonlySet<string>> => new Set(await keysOf('progress'));

/** Calls back when other exercises are passed than before, by this tab or another. */
export function onPassed(tell: () => void): void {
  addEventListener(channelName, tell);
  new BroadcastChannel(channelName).addEventListener('message', tell);
}
