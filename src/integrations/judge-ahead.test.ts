import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readExercises } from '../course/exercises.ts';
import { judgeAhead, judgedAhead } from './judge-ahead.ts';
import { isKept } from './kept-exercise.ts';
import { librarySources } from './library-sources.ts';

const root = mkdtempSync(join(tmpdir(), 'past-tense-ahead-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it(
  'has exercises judged beside the build, and waits for no more than that',
  { timeout: 60_000 },
  async () => {
    const sound = ['aggregates/change-password', 'events/read-the-wall'];
    for (const name of ['src', 'package-lock.json']) symlinkSync(join(process.cwd(), name), join(root, name));
    for (const id of ['library', ...sound]) {
      mkdirSync(join(root, 'exercises', id, '..'), { recursive: true });
      cpSync(join('exercises', id), join(root, 'exercises', id), { recursive: true });
    }
    const exercises = readExercises(root);
    // No process finds it, so its own page has to say what is wrong.
    const lost = { ...exercises[0]!, id: 'aggregates/lost' };
    const kept = () => [...exercises, lost].map((exercise) => isKept(root, exercise, librarySources(root)));
    expect(kept()).toEqual([false, false, false]);
    judgeAhead(root, [...exercises, lost]);
    await Promise.all([...sound, lost.id, 'events/never-asked-for'].map(judgedAhead));
    expect(kept()).toEqual([true, true, false]);
  },
);
