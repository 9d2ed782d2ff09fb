/**
 * npm run bench [-- --json] [-- --runs 50]
 *
 * Drives the built site (`npm run build` first) in the browser and prints what a learner downloads and waits for.
 * Bytes are gzipped; milliseconds go from Run to the frame in which the verdict stands. The machine's other work
 * is in the milliseconds too, so compare only figures of one quiet machine.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Page, type Response } from '@playwright/test';
import { preview } from 'astro';
import { browserArguments, findBrowser } from './find-browser.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '40' } },
});
const lesson = 'en/aggregates/aggregate-root/';
const bench = '#exercise-aggregates-change-password .bench';

const server = await preview({ logLevel: 'error', server: { port: 4398 } });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const weights = weigh(page);
  await page.goto(`http://localhost:${server.port}${process.env['BASE'] ?? '/'}${lesson}`);
  await page.waitForLoadState('networkidle');
  const inline = gzipSync((await page.locator('script:not([src])').allTextContents()).join('\n')).length;
  const atLoad = await weights();

  // Reading the page to its end wakes the workbench, without opening it.
  await page.locator(bench).scrollIntoViewIfNeeded();
  await page.locator(`${bench} button.primary:enabled`).waitFor();
  await page.waitForLoadState('networkidle');
  const asRead = await weights();

  await page.locator(`${bench} button.primary`).click();
  await page.locator(`${bench} .view-line`).first().waitFor();
  const cold = await timeRun(page);
  const firstVerdict = await weights();
  // The editor's worker goes on loading beside the first run, so its bytes are counted by name.
  const warm: number[] = [];
  for (let run = 0; run < 10 + Number(options.runs); run += 1) {
    await changeFile(page, run);
    const milliseconds = await timeRun(page);
    if (run >= 10) warm.push(milliseconds);
  }

  const figures = {
    lessonScriptBytes: asRead.script + inline,
    lessonScriptBytesAtLoad: atLoad.script + inline,
    lessonStyleBytes: asRead.stylesheet,
    editorBytes: firstVerdict.editor,
    firstVerdictBytes: firstVerdict.all + inline,
    coldVerdictMs: round(cold),
    warmVerdictMs: { p50: quantile(warm, 0.5), p95: quantile(warm, 0.95), n: warm.length },
  };
  if (options.json) console.log(JSON.stringify(figures));
  else
    console.table(
      Object.entries(figures).map(([name, figure]) => ({ name, figure: JSON.stringify(figure) })),
    );
} finally {
  await browser.close();
  await server.stop();
}

type Weights = { script: number; stylesheet: number; editor: number; all: number };

/** Adds up the gzipped bytes of scripts, styles and what they fetch, from now on. */
function weigh(page: Page): () => Promise<Weights> {
  const weights: Weights = { script: 0, stylesheet: 0, editor: 0, all: 0 };
  const pending: Promise<void>[] = [];
  // What is fetched first and imported afterwards comes out of the browser's cache the second time.
  const seen = new Set<string>();
  const add = async (response: Response) => {
    const type = response.request().resourceType();
    const url = response.url();
    if (!['script', 'stylesheet', 'fetch', 'font', 'other'].includes(type) || !url.startsWith('http')) return;
    if (seen.has(url)) return;
    seen.add(url);
    const body = await response.body();
    const bytes = body[0] === 0x1f && body[1] === 0x8b ? body.length : gzipSync(body).length;
    weights.all += bytes;
    if (type === 'script' || type === 'stylesheet') weights[type] += bytes;
    if (!/runtime\/|compile\.worker|engine|run\./.test(url)) weights.editor += bytes;
  };
  page.on('response', (response) => pending.push(add(response)));
  return async () => {
    await Promise.all(pending);
    return { ...weights };
  };
}

/** Presses Run in the page itself, so that the driver's own travelling is not counted. */
function timeRun(page: Page): Promise<number> {
  return page.evaluate(
    (within) =>
      new Promise<number>((resolve, reject) => {
        const verdict = document.querySelector<HTMLElement>(`${within} .verdict`)!;
        const running = ['compiling', 'testing'];
        let begun = false;
        const observer = new MutationObserver(() => {
          const state = verdict.dataset['verdict'] ?? '';
          begun ||= running.includes(state);
          if (!begun || running.includes(state)) return;
          observer.disconnect();
          if (state !== 'failed') return reject(new Error(`The starter is judged ${state}, not failed.`));
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(verdict, { attributes: true });
        const start = performance.now();
        document.querySelector<HTMLElement>(`${within} button.primary`)!.click();
      }),
    bench,
  );
}

/** Types a comment at the end of the file. */
async function changeFile(page: Page, run: number): Promise<void> {
  await page.locator(`${bench} .view-lines`).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(`\n// ${run}`);
  await page.waitForTimeout(500);
}

function quantile(sorted: readonly number[], share: number): number {
  const ordered = sorted.toSorted((one, other) => one - other);
  return round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))]!);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
