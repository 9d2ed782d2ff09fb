import { storagePrefix } from '../site-address.ts';

/**
 * How everything was changed at once. `merged`: records came in, and no draft that was newer went. `replaced`: whatever
 * a tab has not saved yet belongs to what is gone.
 */
export type RecordsChange = 'merged' | 'replaced';

const channelName = `${storagePrefix}:records`;

/** Tells the other tabs. */
export function tellRecordsChanged(change: RecordsChange): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(change);
  channel.close();
}

/** Calls back when another tab changed everything at once. Returns what ends that. */
export function onRecordsChanged(tell: (change: RecordsChange) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => tell(data === 'merged' ? 'merged' : 'replaced'));
  return () => channel.close();
}
