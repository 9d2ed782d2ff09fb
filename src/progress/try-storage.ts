import { deleteDB, openDB } from 'idb';
import { siteRoot } from '../site-address.ts';

type StorageTrial =
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'kept'; readonly persisted: boolean; readonly quota?: number };

/** Writes, reads and deletes a record in a database of its own; the learner's is not touched. */
export async function tryStorage(): Promise<StorageTrial> {
  const name = `past-tense-doctor:${siteRoot}`;
  try {
    const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore('records') });
    try {
      await database.put('records', 'written', 'key');
      const read: unknown = await database.get('records', 'key');
      if (read !== 'written') return { kind: 'refused', detail: `read ${String(read)}` };
    } finally {
      database.close();
      await deleteDB(name);
    }
    // Both are absent where the page counts as insecure: http on a host other than localhost.
    const persisted = (await navigator.storage?.persisted?.()) ?? false;
    const { quota } = (await navigator.storage?.estimate?.()) ?? {};
    return { kind: 'kept', persisted, ...(quota === undefined ? {} : { quota }) };
  } catch (error) {
    return { kind: 'refused', detail: String(error) };
  }
}
