import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { Workbench, type Place } from './workbench.ts';

test.use({ editor: 'plain' });

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const below = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });

/** Every exercise that stands in a published lesson, found as an author would: by its tag in the lesson's text. */
const places: Place[] = below('content/')
  .filter((path) => /^[^/]+\/[^/]+\/en\.mdx$/.test(path))
  .filter((path) => !/^draft: true$/m.test(read(`content/${path}`)))
  .flatMap((path) =>
    [...read(`content/${path}`).matchAll(/^<Exercise id="([^"]+)"/gm)].map(([, exercise]) => ({
      exercise: exercise!,
      lesson: path.replace(/\/en\.mdx$/, ''),
    })),
  );

test('every lesson has its exercises here', () => {
  expect(places.map(({ exercise }) => exercise)).toContain('aggregates/change-password');
});

/** The exercises of a chapter one after the other in one tab, which has to load compiler and sandbox only once. */
for (const [chapter, ofChapter] of Object.entries(Object.groupBy(places, chapterOf))) {
  test(`every exercise of ${chapter} fails as it begins, passes with its solution, and asks no other host`, async ({
    page,
  }) => {
    test.setTimeout(45_000 * ofChapter!.length);
    for (const [index, place] of ofChapter!.entries()) {
      const locale = index % 2 === 0 ? 'ko' : 'en';
      await test.step(`${place.exercise} (${locale})`, () => failsAndPasses(page, locale, place));
    }
  });
}

async function failsAndPasses(page: Page, locale: 'en' | 'ko', place: Place): Promise<void> {
  const bench = new Workbench(page, locale, place);
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');

  const folder = `exercises/${place.exercise}/`;
  for (const path of below(folder).filter((name) => name.endsWith('.solution.ts'))) {
    await bench.show(path.replace('.solution.ts', '.ts'));
    await bench.write(read(folder + path));
  }
  await bench.run();
  await bench.expectVerdict('passed');
}

function chapterOf({ exercise }: Place): string {
  return exercise.split('/')[0]!;
}
