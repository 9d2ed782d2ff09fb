import type { Page } from '@playwright/test';

/** Where the site stands: `/`, or the path in BASE. */
export const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');

/** The site's database. */
export const databaseName = `past-tense:${base}`;

/** The records of a store by key, or undefined where there is no database; read by the page's own origin. */
export async function stored(
  page: Page,
  store: 'drafts' | 'progress' | 'quarantine',
  name = databaseName,
): Promise<Record<string, unknown> | undefined> {
  return page.evaluate(
    async ([from, of]) => {
      const databases = await indexedDB.databases();
      if (!databases.some((each) => each.name === from)) return undefined;
      return new Promise<Record<string, unknown> | undefined>((resolve, reject) => {
        const opening = indexedDB.open(from);
        let isGone = false;
        // It was deleted since it was listed, and would be made anew, empty, before the site can make it.
        opening.onupgradeneeded = () => {
          isGone = true;
          opening.transaction!.abort();
        };
        opening.onerror = () => (isGone ? resolve(undefined) : reject(opening.error!));
        opening.onsuccess = () => {
          const database = opening.result;
          const records = database.transaction(of).objectStore(of);
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          records.transaction.oncomplete = () => {
            database.close();
            resolve(
              Object.fromEntries(
                keys.result.map((key, place) => [key as string, values.result[place] as unknown]),
              ),
            );
          };
        };
      });
    },
    [name, store] as const,
  );
}

/** The same as a text to search in. */
export const storedText = async (page: Page, store: 'drafts' | 'progress' = 'drafts'): Promise<string> =>
  JSON.stringify((await stored(page, store)) ?? 'no database');
