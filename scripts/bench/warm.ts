import type { Page } from '@playwright/test';
import { quantile, quantiles, type Quantiles } from './numbers.ts';

export type WarmRuns = {
  /** From Run until the verdict is in the document. */
  readonly judged: Quantiles;
  /** Until the frame is drawn in which it stands, of which there are sixty a second. */
  readonly drawn: Quantiles;
  readonly longTasks: LongTasks;
};

/** Of the page's own thread, over 50 ms. */
export type LongTasks = { readonly count: number; readonly longestMs: number };

/** Changes the code and presses Run, `pauseMs` after the last keystroke, many times. */
export async function runWarm(page: Page, bench: string, runs: number, pauseMs: number): Promise<WarmRuns> {
  const measured: { judged: number; drawn: number }[] = [];
  const warmUp = 8;
  await goToEnd(page, bench);
  const ended = await watchLongTasks(page);
  for (let run = 0; run < warmUp + runs; run += 1) {
    const one = await page.evaluate(changeAndRun, [bench, `\n// ${run}`, pauseMs] as const);
    if (run >= warmUp) measured.push(one);
    await page.waitForTimeout(400);
  }
  return {
    judged: quantiles(measured.map(({ judged }) => judged)),
    drawn: quantiles(measured.map(({ drawn }) => drawn)),
    longTasks: await ended(),
  };
}

/** From a keystroke that makes a type wrong until the editor underlines it; medians. */
export async function waitForTypeErrors(page: Page, bench: string, times: number): Promise<number> {
  const measured: number[] = [];
  await goToEnd(page, bench);
  for (let time = 0; time < times; time += 1) {
    measured.push(await page.evaluate(makeTypeWrong, bench));
    await page.keyboard.press('ControlOrMeta+Z');
    await page.locator(`${bench} .squiggly-error`).first().waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
  }
  return quantile(measured, 0.5);
}

/** Types some lines as fast as a fast typist. */
export async function typeALot(page: Page, bench: string): Promise<LongTasks> {
  await goToEnd(page, bench);
  const ended = await watchLongTasks(page);
  await page.keyboard.type('\nconst total = [1, 2, 3].map((price) => price * 2);\n// and a comment', {
    delay: 60,
  });
  await page.waitForTimeout(600);
  return ended();
}

async function goToEnd(page: Page, bench: string): Promise<void> {
  await page.locator(`${bench} :is(.native-edit-context, textarea.inputarea)`).focus();
  await page.keyboard.press('ControlOrMeta+End');
}

async function watchLongTasks(page: Page): Promise<() => Promise<LongTasks>> {
  const tasks = await page.evaluateHandle(() => {
    const found: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: 'longtask' });
    return found;
  });
  return async () => {
    const found = await tasks.jsonValue();
    return { count: found.length, longestMs: Math.round(Math.max(0, ...found)) };
  };
}

/** In the page itself, so that the driver's own travelling is not counted. */
async function changeAndRun([within, text, pauseMs]: readonly [string, string, number]) {
  const field = document.querySelector<HTMLElement>(
    `${within} :is(.native-edit-context, textarea.inputarea)`,
  )!;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  field.focus();
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const verdict = document.querySelector<HTMLElement>(`${within} .verdict`)!;
  return new Promise<{ judged: number; drawn: number }>((resolve, reject) => {
    const before = verdict.dataset['verdicts'];
    const observer = new MutationObserver(() => {
      if (verdict.dataset['verdicts'] === before) return;
      observer.disconnect();
      const state = verdict.dataset['verdict'];
      if (state !== 'failed')
        return reject(new Error(`The starter is judged ${state}, not failed: ${verdict.innerText}`));
      const judged = performance.now() - start;
      requestAnimationFrame(() => {
        // The frame is drawn behind this callback.
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () =>
          resolve({ judged, drawn: performance.now() - start }),
        );
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
    observer.observe(verdict, { attributes: true });
    const start = performance.now();
    document.querySelector<HTMLElement>(`${within} button.primary`)!.click();
  });
}

function makeTypeWrong(within: string): Promise<number> {
  const bench = document.querySelector<HTMLElement>(within)!;
  const field = bench.querySelector<HTMLElement>('.native-edit-context, textarea.inputarea')!;
  field.focus();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!bench.querySelector('.squiggly-error')) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(bench, { subtree: true, childList: true, attributes: true });
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', "\nconst wrong: number = 'text';");
    const start = performance.now();
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}
