import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

export type Weights = { script: number; stylesheet: number; editor: number; all: number };

/** Adds up the gzipped bytes of scripts, styles and what they fetch, from now on. */
export function weigh(page: Page): () => Promise<Weights> {
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

/** What a lesson page and a first verdict on it weigh. */
export async function weighLesson(page: Page, lesson: string, bench: string) {
  const weights = weigh(page);
  await page.goto(lesson);
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
  await page.locator(`${bench} button.primary`).click();
  await page.locator(`${bench} .verdict[data-verdict="failed"]`).waitFor();
  // TypeScript comes last, and a worker takes it.
  await page.waitForTimeout(4_000);
  const firstVerdict = await weights();
  return {
    lessonScriptBytes: asRead.script + inline,
    lessonScriptBytesAtLoad: atLoad.script + inline,
    lessonStyleBytes: asRead.stylesheet,
    editorBytes: firstVerdict.editor,
    firstVerdictBytes: firstVerdict.all + inline,
  };
}
