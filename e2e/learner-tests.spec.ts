import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'aggregates/test-that-can-fail', lesson: 'aggregates/cost-and-test' };
const file = (name: string) => exerciseFile(name, place);

for (const [locale, survivor, lesson] of [
  ['en', 'your test notices a change that is told twice', 'Your test passes for this code too'],
  ['ko', '두 번', '이 코드에서도 테스트가 통과합니다'],
] as const) {
  test(`a weak test of the learner's is told which faulty code it lets through (${locale})`, async ({
    page,
  }) => {
    const bench = new Workbench(page, locale, place);
    await bench.open();
    await bench.write(file('user.spec.mistake-some-event-only.ts'));
    await bench.run();

    await bench.expectVerdict('failed');
    const gallery = bench.verdict.locator('.mutants');
    await expect(gallery.locator('[data-mutant="survived"]', { hasText: survivor })).toBeVisible();
    await expect(gallery.locator('s').filter({ hasText: survivor })).toHaveCount(0);
    const survived = bench.verdict.locator('li[data-state="failed"]', { hasText: survivor });
    await expect(survived).toBeVisible();
    await survived.locator('summary').click();
    await expect(survived).toContainText(lesson);
  });
}

test("a good test of the learner's, beside its code, passes, and the editor knows what a test may call", async ({
  page,
}) => {
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  for (const name of ['publish-on-save', 'domain/aggregate-root', 'domain/user', 'user.spec']) {
    await bench.show(`${name}.ts`);
    await bench.write(file(`${name}.solution.ts`));
  }
  await bench.run();
  await bench.expectVerdict('passed');
  const gallery = bench.verdict.getByRole('figure', { name: '5 of 5' });
  await expect(gallery.locator('s')).toHaveCount(5);
  await expect(gallery.getByRole('listitem').first()).toContainText('noticed');
  await expect(gallery.getByRole('listitem').first()).toContainText('by “');
  await expect(bench.root.locator('.bench-editor .squiggly-error')).toHaveCount(0);
});
