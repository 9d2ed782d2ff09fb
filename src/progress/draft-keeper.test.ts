import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DraftContent, DraftKeeper } from './draft-keeper.ts';

const exercise = 'cart/add';
let clock = 1000;
const code = (text: string): DraftContent => ({
  v: 2,
  starter: '1k2f',
  files: { './cart.ts': text },
  updatedAt: (clock += 1),
});
const textOf = (draft: DraftContent | undefined) => draft?.files['./cart.ts'];

/** A tab of the browser: its modules are its own, the storage is that of all tabs. */
type Tab = { readonly keeper: DraftKeeper; readonly heard: string[]; leave(): void };
const tabs: Tab[] = [];

async function openTab(): Promise<Tab & { readonly draft: string | undefined }> {
  vi.resetModules();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const { keepDrafts } = await import('./draft-keeper.ts');
  const heard: string[] = [];
  const keeper = keepDrafts(exercise, {
    onNewer: (draft) => heard.push(`newer: ${textOf(draft)}`),
    onConflict: (other) => heard.push(other ? `conflict: ${textOf(other)}` : 'no conflict'),
    onReplaced: (draft) => heard.push(`replaced: ${textOf(draft)}`),
  });
  const tab = { keeper, heard, leave: () => void page.dispatchEvent(new Event('pagehide')) };
  tabs.push(tab);
  return { ...tab, draft: textOf(await keeper.open()) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const entries: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
    removeItem: (key: string) => delete entries[key],
  };
  // As in a browser, the entries are the object's own fields.
  vi.stubGlobal('localStorage', new Proxy(entries, { get: (_, name) => Reflect.get(methods, name) }));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});

afterEach(() => {
  for (const { keeper } of tabs.splice(0)) keeper.stop();
});

const save = async ({ keeper }: Tab, text: string) => {
  keeper.keep(code(text));
  await keeper.flush();
};
/** As a tab that was frozen: it hears nothing until it stores. */
const deaf = () =>
  vi.stubGlobal(
    'BroadcastChannel',
    class extends EventTarget {
      postMessage() {}
      close() {}
    },
  );

it('gives back what was saved', async () => {
  await save(await openTab(), 'mine');

  expect((await openTab()).draft).toBe('mine');
});

it('takes what another tab saved, when it has nothing of its own', async () => {
  const first = await openTab();
  const second = await openTab();
  await save(second, 'of the second');

  await vi.waitFor(() => expect(first.heard).toEqual(['newer: of the second']));
  await save(first, 'and on');
  await vi.waitFor(() => expect(second.heard).toEqual(['newer: and on']));
});

it('asks, and writes nothing, when another tab saved other code', async () => {
  deaf();
  const first = await openTab();
  const second = await openTab();
  await save(second, 'theirs');
  await save(first, 'mine');

  expect(first.heard).toEqual(['conflict: theirs']);
  expect((await openTab()).draft, 'the open question is asked in the new tab as well').toBe('mine');
  expect(tabs.at(-1)!.heard).toEqual(['conflict: theirs']);
});

it('asks again after a reload, with all that was written since', async () => {
  deaf();
  const first = await openTab();
  await save(await openTab(), 'theirs');
  await save(first, 'mine');
  first.keeper.keep(code('mine, and more'));
  first.leave();

  const again = await openTab();
  expect(again.draft).toBe('mine, and more');
  expect(again.heard).toEqual(['conflict: theirs']);
  again.keeper.keep(code('mine, and yet more'));
  again.leave();
  const third = await openTab();
  expect(third.draft).toBe('mine, and yet more');
  third.keeper.settle();
  await third.keeper.flush();
  expect((await openTab()).heard, 'nothing of the earlier ones is left').toEqual([]);
});

it('writes over the other after the question is answered', async () => {
  deaf();
  const first = await openTab();
  await save(await openTab(), 'theirs');
  await save(first, 'mine');
  first.keeper.settle();
  await first.keeper.flush();

  expect(first.heard).toEqual(['conflict: theirs', 'no conflict']);
  const again = await openTab();
  expect([again.draft, again.heard]).toEqual(['mine', []]);
});

it('asks nothing when both tabs have the same', async () => {
  deaf();
  const first = await openTab();
  await save(await openTab(), 'the same');
  await save(first, 'the same');

  expect(first.heard).toEqual([]);
});

it('has what was written right before the page was left', async () => {
  const first = await openTab();
  await save(first, 'saved');
  first.keeper.keep(code('the last keystroke'));
  first.leave();

  const again = await openTab();
  expect([again.draft, again.heard]).toEqual(['the last keystroke', []]);
});

it('takes its own save for no other tab’s, when the page was left during it', async () => {
  const first = await openTab();
  first.keeper.keep(code('being saved'));
  const saving = first.keeper.flush();
  await Promise.resolve();
  first.keeper.keep(code('the last keystroke'));
  first.leave();
  await saving;

  const again = await openTab();
  expect([again.draft, again.heard]).toEqual(['the last keystroke', []]);
});

it('S10: is stored anew after all data was cleared, though the browser refuses while it clears', async () => {
  const opening = vi.spyOn(indexedDB, 'open');
  await save(await openTab(), 'still shown');
  const { result } = opening.mock.results[0]!.value as IDBOpenDBRequest;
  const cleared = new IDBFactory();
  const open = vi.spyOn(cleared, 'open').mockImplementationOnce(() => {
    throw new DOMException('The connection was closed.', 'AbortError');
  });
  globalThis.indexedDB = cleared;
  forceCloseDatabase(result as never);

  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2), { timeout: 5_000 });
  expect((await openTab()).draft).toBe('still shown');
});

it('reads what the first version wrote when a page was left', async () => {
  const draft = { v: 1, files: { './cart.ts': 'from before' }, updatedAt: 5 };
  localStorage.setItem(`past-tense:/:journal:${exercise}`, JSON.stringify(draft));

  expect((await openTab()).draft).toBe('from before');
  expect((await openTab()).draft).toBe('from before');
});

it('keeps an open question through a merge, and begins anew when all is replaced', async () => {
  deaf();
  const first = await openTab();
  await save(await openTab(), 'theirs');
  await save(first, 'mine');
  vi.resetModules();
  vi.stubGlobal('dispatchEvent', () => true);
  const { importRecords, readRecords } = await import('./all-records.ts');
  const records = await readRecords();
  expect(textOf(records.drafts[exercise]), 'an export has what is stored').toBe('theirs');

  await importRecords(records, { ...records, progress: { [exercise]: { v: 2, passedAt: 1 } } }, 'merge');
  expect((await openTab()).heard).toEqual(['conflict: theirs']);
  vi.resetModules();
  const again = await import('./all-records.ts');
  await again.importRecords(await again.readRecords(), { ...records, drafts: {} }, 'replace');
  expect((await openTab()).draft).toBeUndefined();
});
