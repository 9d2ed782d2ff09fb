import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const key = 'past-tense:/:preferences';

const fakeStorage = (entries: Map<string, string>) => ({
  getItem: (name: string) => entries.get(name) ?? null,
  setItem: (name: string, value: string) => void entries.set(name, value),
  removeItem: (name: string) => void entries.delete(name),
});

let entries: Map<string, string>;

/** As after a reload: nothing is left in the module's memory. */
async function reloaded() {
  vi.resetModules();
  return import('./preferences.ts');
}

beforeEach(() => {
  entries = new Map();
  vi.stubGlobal('localStorage', fakeStorage(entries));
});
afterEach(() => vi.unstubAllGlobals());

test('a preference is there after a reload', async () => {
  const { prefer } = await reloaded();
  prefer({ editor: 'plain' });
  const { readPreferences } = await reloaded();
  expect(readPreferences()).toEqual({ editor: 'plain' });
});

test('the sizes of panes are remembered, and only what is a size', async () => {
  entries.set(key, '{"editor":"plain","sizes":{"taskShare":40,"editorShare":"60","elsewhere":3}}');
  const { prefer, readPreferences } = await reloaded();
  expect(readPreferences()).toEqual({ editor: 'plain', sizes: { taskShare: 40 } });
  prefer({ sizes: { ...readPreferences().sizes, editorHeight: 480 } });
  expect((await reloaded()).readPreferences()).toEqual({
    editor: 'plain',
    sizes: { taskShare: 40, editorHeight: 480 },
  });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '"plain"',
  '{"editor":"emacs"}',
  '{"editor":{"__proto__":1}}',
  '{"sizes":7}',
])('what is unreadable counts as never chosen: %s', async (text) => {
  entries.set(key, text);
  const { readPreferences } = await reloaded();
  expect(readPreferences()).toEqual({});
});

test('where nothing can be stored, a preference lasts until the page is left', async () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  const { prefer, readPreferences } = await reloaded();
  prefer({ editor: 'plain' });
  expect(readPreferences()).toEqual({ editor: 'plain' });
  expect((await reloaded()).readPreferences()).toEqual({});
});

test('a choice is told to whoever asked, until they have heard enough', async () => {
  const { onPreferred, prefer, forgetPreferences } = await reloaded();
  const heard = vi.fn<() => void>();
  const stop = onPreferred(heard);
  prefer({ shortcuts: 'off' });
  forgetPreferences();
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  prefer({ shortcuts: 'on' });
  expect(heard).toHaveBeenCalledTimes(2);
});

test('what is forgotten is gone', async () => {
  const { prefer, forgetPreferences, readPreferences } = await reloaded();
  prefer({ editor: 'plain' });
  forgetPreferences();
  expect(readPreferences()).toEqual({});
  expect(entries.size).toBe(0);
});
