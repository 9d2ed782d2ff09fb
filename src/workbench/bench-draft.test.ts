import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBenchDraft, type BenchDraft, type DraftState } from './bench-draft.ts';
import { createScratch } from './scratch.ts';
import { scratchPath } from './scratch-start.ts';

const id = 'cart/add';
const opened: BenchDraft[] = [];

/** The workbench of an exercise that starts from these files, in a tab of its own. */
async function open(starters: Readonly<Record<string, string>>) {
  const states: DraftState[] = [];
  const scratch = createScratch('// try things here', () => undefined);
  const draft = createBenchDraft(
    { id, starters },
    { put: () => undefined, onReplaced: () => undefined, beside: scratch },
    (state) => states.push(state),
  );
  opened.push(draft);
  await draft.open();
  return { draft, scratch, state: () => states.at(-1)! };
}

/** What the learner leaves behind who wrote this. */
async function leave(starters: Readonly<Record<string, string>>, written: Readonly<Record<string, string>>) {
  const { draft } = await open(starters);
  draft.edited({ ...starters, ...written });
  await draft.flush();
  draft.stop();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('localStorage', {});
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});

afterEach(() => {
  for (const draft of opened.splice(0)) draft.stop();
});

it('begins with the starter, and with the draft when there is one', async () => {
  const { draft, state } = await open({ './cart.ts': 'starter' });
  expect([draft.files(), state()]).toEqual([
    { './cart.ts': 'starter' },
    { changed: false, earlier: undefined, question: undefined },
  ]);
  await leave({ './cart.ts': 'starter' }, { './cart.ts': 'mine' });

  const again = await open({ './cart.ts': 'starter' });
  expect(again.draft.files()).toEqual({ './cart.ts': 'mine' });
  expect(again.state()).toEqual({ changed: true, earlier: undefined, question: undefined });
});

it('asks when the starter changed, until the question is answered', async () => {
  await leave({ './cart.ts': 'old' }, { './cart.ts': 'mine' });
  const { draft, state } = await open({ './cart.ts': 'new' });
  expect(draft.files()).toEqual({ './cart.ts': 'mine' });
  expect(state().question).toEqual({ kind: 'new-starter', other: { './cart.ts': 'new' } });
  draft.edited({ './cart.ts': 'mine, and more' });
  await draft.flush();
  expect((await open({ './cart.ts': 'new' })).state().question?.kind).toBe('new-starter');

  draft.answer('mine');
  await draft.flush();
  const again = await open({ './cart.ts': 'new' });
  expect([again.draft.files(), again.state().question]).toEqual([
    { './cart.ts': 'mine, and more' },
    undefined,
  ]);
});

it('takes the new starter silently when the code is still the old one', async () => {
  await leave({ './cart.ts': 'old' }, { './cart.ts': 'old' });
  const { draft, state } = await open({ './cart.ts': 'new' });

  expect(draft.files()).toEqual({ './cart.ts': 'new' });
  expect(state().question).toBeUndefined();
});

it('asks nothing when the code is the new starter already', async () => {
  await leave({ './cart.ts': 'old' }, { './cart.ts': 'mine' });
  const { draft, state } = await open({ './cart.ts': 'new' });
  draft.exchange({ './cart.ts': 'new' });

  expect(state()).toMatchObject({ earlier: 'fresh', question: undefined });
  draft.restore();
  expect(draft.files()).toEqual({ './cart.ts': 'mine' });
});

it('keeps the text of a file that the exercise does not have any more', async () => {
  await leave({ './cart.ts': 'old', './item.ts': 'old' }, { './item.ts': 'mine' });
  const { draft } = await open({ './cart.ts': 'old' });
  draft.edited({ './cart.ts': 'mine' });
  await draft.flush();
  draft.stop();

  const back = await open({ './cart.ts': 'old', './item.ts': 'old' });
  expect(back.draft.files()).toEqual({ './cart.ts': 'mine', './item.ts': 'mine' });
});

it('exchanges the files of a solution and leaves the others, and brings back what was there', async () => {
  const { draft, state } = await open({ './cart.ts': 'starter', './cart.test.ts': 'starter' });
  draft.edited({ './cart.ts': 'mine', './cart.test.ts': 'mine' });
  draft.exchange({ './cart.ts': 'solution' });
  expect(draft.files()).toEqual({ './cart.ts': 'solution', './cart.test.ts': 'mine' });
  expect(state().earlier).toBe('fresh');

  draft.restore();
  expect(draft.files()).toEqual({ './cart.ts': 'mine', './cart.test.ts': 'mine' });
  expect(state().earlier).toBeUndefined();
});

it('brings the own code back after one link was taken after the other', async () => {
  const starters = { './cart.ts': 'starter' };
  const { draft } = await open(starters);
  draft.edited({ './cart.ts': 'mine' });
  for (const theirs of ['of a link', 'of another link', 'starter']) draft.exchange({ './cart.ts': theirs });
  await draft.flush();
  draft.stop();

  const again = await open(starters);
  again.draft.exchange({ './cart.ts': 'of a third link' });
  again.draft.restore();
  expect(again.draft.files()).toEqual({ './cart.ts': 'mine' });
});

it('brings back what was there after an edit and a reload, and what was written since in turn', async () => {
  const starters = { './cart.ts': 'starter' };
  const { draft } = await open(starters);
  draft.edited({ './cart.ts': 'mine' });
  draft.exchange(starters);
  draft.edited({ './cart.ts': 'anew' });
  await draft.flush();
  draft.stop();

  const again = await open(starters);
  expect(again.state().earlier).toBe('kept');
  again.draft.restore();
  expect(again.draft.files()).toEqual({ './cart.ts': 'mine' });
  again.draft.restore();
  expect(again.draft.files()).toEqual({ './cart.ts': 'anew' });
});

it('keeps the scratch file with the draft, and a Reset leaves it alone', async () => {
  const starters = { './cart.ts': 'export {};' };
  const before = await open(starters);
  before.scratch.take({ [scratchPath]: 'export const main = () => 1;' });
  before.draft.edited({ './cart.ts': 'mine' });
  before.draft.exchange(starters);
  await before.draft.flush();
  before.draft.stop();

  const after = await open(starters);
  expect(after.scratch.kept()).toEqual({ [scratchPath]: 'export const main = () => 1;' });
  expect(after.draft.files()).toEqual(starters);
});

it("takes the other tab's scratch file with its code", async () => {
  const starters = { './cart.ts': 'export {};' };
  const [mine, theirs] = [await open(starters), await open(starters)];
  const scratchOf = (text: string) => ({ [scratchPath]: text });
  theirs.scratch.take(scratchOf('of the other tab'));
  theirs.draft.edited({ './cart.ts': 'of the other tab' });
  mine.scratch.take(scratchOf('of this tab'));
  mine.draft.edited({ './cart.ts': 'of this tab' });
  await theirs.draft.flush();
  await mine.draft.flush();
  expect(mine.state().question).toEqual({ kind: 'other-tab', other: { './cart.ts': 'of the other tab' } });

  mine.draft.answer('other');
  expect(mine.draft.files()).toEqual({ './cart.ts': 'of the other tab' });
  expect(mine.scratch.kept()).toEqual(scratchOf('of the other tab'));
});
