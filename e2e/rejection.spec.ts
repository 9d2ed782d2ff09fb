import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

test.describe.configure({ timeout: 120_000 });

test('who thinks that the tests are wrong saves a report, which an author can judge again', async ({
  page,
}, info) => {
  const requests: string[] = [];
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await bench.write(exerciseFile('user.mistake-literal-id.ts'));
  await bench.run();
  await bench.expectVerdict('failed');
  // What is changed after the run is not what was judged.
  await bench.lines.click();
  await page.keyboard.insertText(' ');
  page.on('request', (request) => requests.push(request.url()));
  await bench.root.getByText('맞게 풀었는데 통과하지 못했나요?').click();
  const downloading = page.waitForEvent('download');
  await bench.root.getByRole('button', { name: '출제자에게 보낼 보고서 저장' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^past-tense-report-aggregates-change-password-.*\.json$/);
  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);

  const path = info.outputPath('report.json');
  await download.saveAs(path);
  const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({
    format: 'past-tense-rejection',
    version: 1,
    exercise: 'aggregates/change-password',
    locale: 'ko',
    files: { './user.ts': exerciseFile('user.mistake-literal-id.ts') },
    verdict: { kind: 'failed' },
  });
  const { stdout } = await promisify(execFile)('node', ['scripts/check-report.ts', path]);
  expect(stdout).toContain('exercise: the same as here');
  expect(stdout).toContain('library: the same as here');
  expect(stdout).toMatch(/^ {2}failed +failed +verdict$/m);
  expect(stdout).not.toContain('≠');
});

test('there is nothing to complain of after a pass', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.root.getByText('Sure that your code is right?')).toBeVisible();
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(bench.root.getByText('Sure that your code is right?')).toHaveCount(0);
});
