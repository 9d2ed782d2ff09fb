import { chromium, type Page } from '@playwright/test';
import type { Exercise } from '../src/course/exercises.ts';
import type { Sources } from '../src/compiler/build-options.ts';
import { bundleScript } from '../src/compiler/bundle-script.ts';
import type { InspectAnswer, InspectCommand } from '../src/editor/typescript.worker.ts';
import { compiledFiles, learnerFiles } from '../src/integrations/compile-exercise.ts';
import type { JudgedExercise } from '../src/integrations/judge-exercise.ts';
import { sandboxFiles } from '../src/integrations/sandbox-files.ts';
import { judgeSourcesOfFiles, type Inspect } from '../src/integrations/source-checks.ts';
import type { createSandbox } from '../src/sandbox/run-in-browser.ts';
import { judge, type Verdict } from '../src/workbench/verdict.ts';
import { browserArguments, findBrowser } from './find-browser.ts';

export type BrowserJudge = {
  /** The verdict of each variant, by the name of its first file; the starter's name is `starter`. */
  judge(exercise: Exercise, judged: JudgedExercise, library: Sources): Promise<Map<string, Verdict['kind']>>;
  /** The verdict on a learner's files, whoever wrote them. */
  judgeFiles(
    exercise: Exercise,
    judged: Pick<JudgedExercise, 'bundle'>,
    library: Sources,
    files: Sources,
  ): Promise<Verdict>;
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
    content: await bundleScript('src/sandbox/run-in-browser.ts', 'browser', { globalName: global }),
  });
  const files = await sandboxFiles();
  let typescript: Promise<void> | undefined;
  const inspect: Inspect = async (asked) => {
    typescript ??= serveTypeScript(page);
    await typescript;
    return page.evaluate(inspectInWorker, [workerAddress, asked] as const);
  };

  const judgeFiles: BrowserJudge['judgeFiles'] = async (exercise, { bundle }, library, learners) => {
    const modules = await compiledFiles(bundle, learners);
    if (modules.kind === 'refused') return modules;
    const report = await page.evaluate(
      ([given, parts, learner]) => {
        const made = (globalThis as unknown as { sandbox: { createSandbox: typeof createSandbox } }).sandbox;
        const sandbox = made.createSandbox(given, parts);
        const running = sandbox.run(learner, new AbortController().signal);
        return running.then(({ report: told }) => told).finally(() => sandbox.dispose());
      },
      [files, bundle, modules.modules] as const,
    );
    return judgeSourcesOfFiles(exercise, bundle, library, learners, judge(report, bundle.tests), inspect);
  };

  return {
    close: () => browser.close(),
    judgeFiles,
    async judge(exercise, judged, library) {
      const variants = [
        { name: 'starter', files: [] },
        { name: 'solution', files: exercise.files.solution },
        ...exercise.files.variants
          .filter(({ role }) => role !== 'mutant')
          .map((variant) => ({ name: variant.files[0]!, files: variant.files })),
      ];
      const kinds = new Map<string, Verdict['kind']>();
      for (const { name, files: paths } of variants) {
        const verdict = await judgeFiles(exercise, judged, library, learnerFiles(exercise, paths));
        kinds.set(name, verdict.kind);
      }
      return kinds;
    },
  };
}

const workerAddress = 'http://localhost/typescript.worker.js';

/** Called only for an exercise that needs it: bundling TypeScript takes seconds. */
async function serveTypeScript(page: Page): Promise<void> {
  const body = await bundleScript('src/editor/typescript.worker.ts', 'browser');
  await page.route(workerAddress, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

/** Runs in the page. The worker stays there for the next inspection. */
function inspectInWorker([address, asked]: readonly [string, Parameters<Inspect>[0]]) {
  const holder = globalThis as { typescriptWorker?: Worker };
  const worker = (holder.typescriptWorker ??= new Worker(address));
  return new Promise<Awaited<ReturnType<Inspect>>>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<InspectAnswer>) =>
      data.kind === 'inspected' ? resolve(data.findings) : reject(new Error(data.detail));
    worker.postMessage({ kind: 'inspect', id: 0, asked } satisfies InspectCommand);
  });
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
