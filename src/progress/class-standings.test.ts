import { expect, it } from 'vitest';
import { classStandings } from './class-standings.ts';
import { learnerOf, type Standing } from './standing.ts';

const standing = (file: string, exportedAt: number, moments: string[] = []): Standing => ({
  file,
  name: learnerOf(file),
  exportedAt,
  chapters: [],
  passed: 0,
  helped: 0,
  begun: 0,
  lastChange: undefined,
  moments: new Set(moments),
});
const exported = 'past-tense-2026-11-22.json';
const files = (standings: readonly Standing[]) => standings.map(({ file }) => file);

it('has the newer file of a learner, and says which one it replaced', () => {
  const older = standing('mina_past-tense-2026-11-01.json', 1);
  const newer = standing('Mina_past-tense-2026-11-22.json', 2);

  expect(classStandings([older, newer])).toEqual({
    learners: [newer],
    replaced: [{ older, newer }],
    alike: [],
  });
});

it('keeps learners apart whose files are called as every export is', () => {
  const one = standing(exported, 1, ['events/read 5']);
  const other = standing('past-tense-2026-11-22 (1).json', 2, ['events/read 6']);

  expect(files(classStandings([one, other]).learners)).toHaveLength(2);
});

it('knows such a learner by a moment that two files share', () => {
  const older = standing(exported, 1, ['events/read 5']);
  const newer = standing('past-tense-2026-11-22 (1).json', 2, ['events/read 5', 'events/shape 9']);

  expect(classStandings([newer, older])).toMatchObject({ learners: [newer], replaced: [{ older, newer }] });
});

it('keeps two names with the same moment, and says that they are alike', () => {
  const mina = standing('mina.json', 2, ['events/read 5']);
  const joon = standing('joon.json', 1, ['events/read 5']);

  expect(classStandings([joon, mina])).toEqual({
    learners: [mina, joon],
    replaced: [],
    alike: [[mina, joon]],
  });
});

it('writes a name in Korean as one, however its letters are put together', () => {
  const composed = standing('미나.json'.normalize('NFC'), 1);
  const decomposed = standing('미나.json'.normalize('NFD'), 2);

  expect(classStandings([composed, decomposed]).learners).toEqual([decomposed]);
});
