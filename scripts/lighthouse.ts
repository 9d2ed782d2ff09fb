/**
 * npm run lighthouse [-- --runs 5] [-- --check] [-- --only en/aggregates/aggregate-root/]
 *
 * Lets Lighthouse judge the built site (`npm run build` first) as a mobile phone sees it, and prints the median of the
 * runs for each page. Ends with 1 when accessibility, best practices or SEO is below 100: they judge what stands in the
 * page, so with `--check` one run is enough. Performance is printed and never judged; the machine's other work is in it.
 */
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { browserArguments, findBrowser } from './find-browser.ts';
import { serveCompressed } from './serve-compressed.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    check: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});
const paths = options.only ?? [
  'en/',
  'ko/',
  'en/aggregates/aggregate-root/',
  'ko/aggregates/aggregate-root/',
  'en/exercises/aggregates/change-password/',
  'ko/exercises/aggregates/change-password/',
];
const judged = ['accessibility', 'best-practices', 'seo'] as const;
const categories = options.check ? judged : (['performance', ...judged] as const);

const server = await serveCompressed();
const browser = await launch({
  chromePath: await findBrowser(),
  chromeFlags: ['--headless', ...browserArguments],
  logLevel: 'error',
});
try {
  const rows: Record<string, string | number>[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const results: Result[] = [];
    for (let run = 0; run < (options.check ? 1 : Number(options.runs)); run += 1) {
      results.push(await visit(`${server.address}${path}`));
    }
    rows.push({ page: path, ...scoresOf(results), ...(options.check ? {} : timesOf(results)) });
    missing.push(...faultsOf(path, results.at(-1)!));
  }
  console.table(rows);
  if (missing.length > 0) console.log(missing.join('\n'));
  const failed = rows.some((row) => judged.some((category) => Number(row[category]) < 100));
  process.exitCode = failed ? 1 : 0;
} finally {
  browser.kill();
  await server.close();
}

async function visit(url: string): Promise<Result> {
  const answer = await lighthouse(url, {
    port: browser.port,
    onlyCategories: [...categories],
    logLevel: 'error',
  });
  const result = answer?.lhr;
  if (!result || result.runtimeError) {
    throw new Error(`Lighthouse cannot judge ${url}: ${result?.runtimeError?.message ?? 'no result'}`);
  }
  return result;
}

function scoresOf(results: readonly Result[]) {
  return Object.fromEntries(
    categories.map((category) => [
      category,
      Math.round(median(results.map((result) => 100 * (result.categories[category]?.score ?? 0)))),
    ]),
  );
}

function timesOf(results: readonly Result[]) {
  const value = (audit: string) =>
    median(results.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  return {
    'FCP ms': Math.round(value('first-contentful-paint')),
    'LCP ms': Math.round(value('largest-contentful-paint')),
    'TBT ms': Math.round(value('total-blocking-time')),
    'speed index ms': Math.round(value('speed-index')),
    CLS: value('cumulative-layout-shift').toFixed(3),
  };
}

/** What a page loses points by, one line each. */
function faultsOf(path: string, { audits, categories: judgements }: Result): string[] {
  return Object.values(judgements).flatMap(({ title, auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${path}  ${title}: ${audits[id]!.title} ${audits[id]!.displayValue ?? ''}`),
  );
}

function median(measured: readonly number[]): number {
  return measured.toSorted((one, other) => one - other)[measured.length >> 1]!;
}
