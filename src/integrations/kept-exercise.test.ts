import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Exercise } from '../course/exercises.ts';
import type { ShippedExercise } from './judge-exercise.ts';

const exercise = {
  id: 'events/one',
  settings: { level: 1 },
  sources: { 'a.ts': 'export {}' },
} as unknown as Exercise;
const shipped = (name: string) => ({ bundle: { tests: [name] } }) as unknown as ShippedExercise;
const folder = 'node_modules/.cache/past-tense/exercises';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-exercise-'));
  for (const tools of ['compiler', 'course', 'editor', 'integrations', 'sandbox', 'workbench'])
    mkdirSync(join(root, 'src', tools), { recursive: true });
  writeFileSync(join(root, 'src/sandbox/harness.ts'), '1');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** As another build: nothing is left in the module's memory. */
async function build(made: string, changed: Partial<Exercise> = {}, library = {}): Promise<string> {
  vi.resetModules();
  const { keptExercise } = await import('./kept-exercise.ts');
  const { bundle } = await keptExercise(root, { ...exercise, ...changed }, library, async () =>
    shipped(made),
  );
  return bundle.tests[0]!;
}

test('what an earlier build made is taken again, whoever asks', async () => {
  expect(await build('first')).toBe('first');
  expect(await build('second')).toBe('first');
  expect(readdirSync(join(root, folder))).toEqual(['events.one.json']);
});

test('a change of source, settings, library, tool or packages makes it anew', async () => {
  await build('first');
  expect(await build('source', { sources: { 'a.ts': 'export const a = 1;' } })).toBe('source');
  expect(await build('settings', { settings: { level: 2 } as never })).toBe('settings');
  expect(await build('library', {}, { 'past-tense/index.ts': '' })).toBe('library');
  writeFileSync(join(root, 'src/sandbox/harness.ts'), '2');
  expect(await build('tool')).toBe('tool');
  writeFileSync(join(root, 'package-lock.json'), '{"changed":1}');
  expect(await build('packages')).toBe('packages');
});

test('what is judged are the sources that the key tells of, though the author goes on writing', async () => {
  let text = 'before';
  const written = {
    ...exercise,
    get sources() {
      return { 'a.ts': text };
    },
  };
  const { keptExercise } = await import('./kept-exercise.ts');
  const { bundle } = await keptExercise(root, written, {}, async (held) => {
    text = 'after';
    return shipped(held.sources['a.ts']!);
  });

  expect(bundle.tests).toEqual(['before']);
});

test('an exercise that could not be judged is judged again', async () => {
  const { keptExercise } = await import('./kept-exercise.ts');
  const refused = keptExercise(root, exercise, {}, () => Promise.reject(new Error('does not compile')));
  await expect(refused).rejects.toThrow('does not compile');
  expect(await build('corrected')).toBe('corrected');
});

test('a file that was cut off counts as none', async () => {
  await build('first');
  writeFileSync(join(root, folder, 'events.one.json'), '{"key":');
  expect(await build('second')).toBe('second');
});
