import { chromium } from '@playwright/test';
import type { Exercise } from '../src/course/exercises.ts';
import { bundleScript } from '../src/compiler/bundle-script.ts';
import { variantModules } from '../src/integrations/compile-exercise.ts';
import type { JudgedExercise } from '../src/integrations/judge-exercise.ts';
import { sandboxFiles } from '../src/integrations/sandbox-files.ts';
import type { createSandbox } from '../src/sandbox/run-in-browser.ts';
import { judge, type Verdict } from '../src/workbench/verdict.ts';
import { browserArguments, findBrowser } from './find-browser.ts';

export type BrowserJudge = {
  /** The verdict of each variant, by the name of its first file; the starter's name is `starter`. */
  judge(exercise: Exercise, judged: JudgedExercise): Promise<Map<string, Verdict['kind']>>;
  close(): Promise<void>;
};

/** The sandbox of the site in a real browser, on an empty page: the frame, the worker and the limits of a learner. */
export async function openBrowserJudge(): Promise<BrowserJudge> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' }),
  );
  await page.goto('http://localhost/');
  const global = 'sandbox';
  await page.addScriptTag({
    content: await bundleScript('src/sandbox/run-in-browser.ts', 'browser', global),
  });
  const files = await sandboxFiles();

  return {
    close: () => browser.close(),
    async judge(exercise, { bundle }) {
      const variants = [
        { name: 'starter', files: [] },
        { name: 'solution', files: exercise.files.solution },
        ...exercise.files.variants
          .filter(({ role }) => role !== 'mutant')
          .map((variant) => ({ name: variant.files[0]!, files: variant.files })),
      ];
      const kinds = new Map<string, Verdict['kind']>();
      for (const { name, files: paths } of variants) {
        const modules = await variantModules(exercise, bundle, paths);
        if (modules.kind === 'refused') {
          kinds.set(name, 'refused');
          continue;
        }
        const report = await page.evaluate(
          ([given, { fixed, plan }, learner]) => {
            const made = (globalThis as unknown as { sandbox: { createSandbox: typeof createSandbox } })
              .sandbox;
            const sandbox = made.createSandbox(given, fixed, plan);
            return sandbox.run(learner, new AbortController().signal).finally(() => sandbox.dispose());
          },
          [files, bundle, modules.modules] as const,
        );
        kinds.set(name, judge(report, bundle.tests).kind);
      }
      return kinds;
    },
  };
}

/** Where browser and Node disagree, as `file: …` lines; none is parity. */
export function disparities(
  exercise: Exercise,
  { starter, solution, alternatives, mistakes }: JudgedExercise,
  inBrowser: ReadonlyMap<string, Verdict['kind']>,
): string[] {
  const inNode = [
    ['starter', starter] as const,
    ['solution', solution] as const,
    ...[...alternatives, ...mistakes].map(({ files: [file], verdict }) => [file!, verdict] as const),
  ];
  return inNode
    .filter(([name, verdict]) => inBrowser.get(name) !== verdict.kind)
    .map(
      ([name, verdict]) =>
        `${exercise.folder}/${name}: ${verdict.kind} in Node, but ${inBrowser.get(name)} in the browser. ` +
        'Use only what both have: ECMAScript, structuredClone, URL, TextEncoder, Intl, console.',
    );
}
