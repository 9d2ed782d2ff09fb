/**
 * npm run bench [-- --json] [-- --runs 40] [-- --visits 5] [-- --slow]
 *
 * Drives the built site (`npm run build` first) in the browser and prints what a learner downloads and waits for:
 * gzipped bytes, and milliseconds. `--slow` adds one visit over a throttled network, which takes a minute or two.
 * The machine's other work is in the milliseconds too, so compare only figures of one quiet machine.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { slow4G, visitCold } from './bench/cold.ts';
import { runWarm, typeALot, waitForTypeErrors } from './bench/warm.ts';
import { weighLesson } from './bench/weights.ts';
import { browserArguments, findBrowser } from './find-browser.ts';
import { serveCompressed } from './serve-compressed.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '40' },
    visits: { type: 'string', default: '5' },
    slow: { type: 'boolean' },
  },
});
const bench = '#exercise-aggregates-change-password .bench';

const server = await serveCompressed();
const lesson = `${server.address}en/aggregates/aggregate-root/`;
const exercise = `${server.address}en/exercises/aggregates/change-password/`;
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const weights = await weighLesson(page, lesson, bench);
  const runs = Number(options.runs);
  const warm = {
    warmAfterPause: await runWarm(page, bench, runs, 300),
    // In the same moment, and as soon as fingers come from the last key to Ctrl+Enter.
    warmAfterKeystroke: await runWarm(page, bench, runs, 0),
    warmFastHands: await runWarm(page, bench, runs, 50),
    typeErrorMs: await waitForTypeErrors(page, bench, 9),
    longTasksTyping: await typeALot(page, bench),
  };
  await page.close();
  const cold = await visitCold(browser, exercise, bench, Number(options.visits));
  const figures = {
    ...weights,
    ...warm,
    cold,
    ...(options.slow ? { coldSlow4G: await visitCold(browser, exercise, bench, 1, slow4G) } : {}),
  };
  if (options.json) console.log(JSON.stringify(figures));
  else
    console.table(
      Object.entries(figures).map(([name, figure]) => ({ name, figure: JSON.stringify(figure) })),
    );
} finally {
  await browser.close();
  await server.close();
}
