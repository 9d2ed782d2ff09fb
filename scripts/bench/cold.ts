import type { Browser } from '@playwright/test';
import { quantile } from './numbers.ts';

/** Milliseconds from the navigation on. */
export type ColdRun = { readonly readable: number; readonly typing: number; readonly verdict: number };

/** What Chromium's developer tools call "Slow 4G". Bytes a second, and milliseconds. */
export const slow4G = { latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 } as const;

/**
 * Medians over visits with nothing in the cache: until the page can be read, until the editor takes a character, and
 * until the first verdict stands. Each thing is pressed as soon as it can be.
 */
export async function visitCold(
  browser: Browser,
  address: string,
  bench: string,
  visits: number,
  network?: typeof slow4G,
): Promise<ColdRun> {
  const runs: ColdRun[] = [];
  for (let visit = 0; visit < visits; visit += 1)
    runs.push(await visitOnce(browser, address, bench, network));
  const median = (of: keyof ColdRun) =>
    quantile(
      runs.map((run) => run[of]),
      0.5,
    );
  return { readable: median('readable'), typing: median('typing'), verdict: median('verdict') };
}

async function visitOnce(
  browser: Browser,
  address: string,
  bench: string,
  network: typeof slow4G | undefined,
): Promise<ColdRun> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    if (network) {
      const session = await context.newCDPSession(page);
      await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
    }
    await page.addInitScript(pressEverything, bench);
    await page.goto(address, { waitUntil: 'commit' });
    const done = await page.waitForFunction(
      () => (globalThis as unknown as { coldRun?: ColdRun }).coldRun,
      undefined,
      { timeout: 180_000, polling: 50 },
    );
    return (await done.jsonValue())!;
  } finally {
    await context.close();
  }
}

/** Runs in the page, from before its first script on. */
function pressEverything(within: string): void {
  const seen = { readable: 0, typing: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.readable ||= startTime;
  }).observe({ type: 'paint', buffered: true });
  let isOpened = false;
  let isTyped = false;
  let isRun = false;
  const look = () => {
    const bench = document.querySelector(within);
    const button = bench?.querySelector<HTMLButtonElement>('button.primary:enabled');
    if (!bench) return;
    if (!isOpened && button) {
      isOpened = true;
      button.click();
      return;
    }
    if (!isOpened) bench.scrollIntoView();
    const field = bench.querySelector<HTMLElement>('.native-edit-context, textarea.inputarea');
    if (!isTyped && field && bench.querySelector('.view-line')) {
      isTyped = true;
      field.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ' ');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      requestAnimationFrame(() => (seen.typing = performance.now()));
    }
    if (isTyped && !isRun && button) {
      isRun = true;
      button.click();
    }
    const verdict = bench.querySelector<HTMLElement>('.verdict')?.dataset['verdict'];
    if (isRun && verdict && !['compiling', 'testing'].includes(verdict)) {
      observer.disconnect();
      requestAnimationFrame(() =>
        Object.assign(globalThis, { coldRun: { ...seen, verdict: performance.now() } }),
      );
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
