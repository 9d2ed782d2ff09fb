/** Runs in the browser: carries out one task after the other, as the workbench would, and tells the server of each. */
import { createCompiler } from '../src/compiler/compile.ts';
import { openFrame } from '../src/sandbox/open-frame.ts';
import { createSandbox, type Sandbox, type SandboxFiles } from '../src/sandbox/run-in-browser.ts';
import type { Engine } from '../src/workbench/engine.ts';
import type { ExerciseBundle } from '../src/workbench/exercise-bundle.ts';
import { makeReady, run } from '../src/workbench/run.ts';
import type { Verdict } from '../src/workbench/verdict.ts';
import type { Outcome, Task } from './task.ts';
import { textsOf } from './texts-of.ts';

const compiler = createCompiler(async () => (await fetch('/esbuild.wasm.gz')).blob());
const checker: Engine['checker'] = {
  load: async () => undefined,
  check: async () => ({ kind: 'checked', tests: [] }),
};
const heard: string[] = [];

void main();

async function main(): Promise<void> {
  const files = (await (await fetch('/sandbox.json')).json()) as SandboxFiles;
  await leaveTraces();
  await compiler.load();
  let outcome: Outcome | undefined;
  for (;;) {
    const task = await exchange(outcome);
    if (!task) break;
    outcome = await carryOut(task, files);
  }
  document.title = 'done';
}

/** What learner code must never find, and ears for what it must never say. */
async function leaveTraces(): Promise<void> {
  localStorage.setItem('past-tense', 'secret');
  document.cookie = 'session=secret';
  indexedDB.open('past-tense');
  for (const name of ['past-tense', 'course', 'site']) {
    new BroadcastChannel(name).onmessage = ({ data }) => heard.push(`BroadcastChannel ${name}: ${data}`);
  }
  addEventListener('message', ({ data }) => {
    if ((data as { kind?: string } | null)?.kind !== 'past-tense-frame')
      heard.push(`message: ${JSON.stringify(data)}`);
  });
}

async function exchange(outcome: Outcome | undefined): Promise<Task | undefined> {
  const response = await fetch('/next', { method: 'POST', body: JSON.stringify(outcome ?? null) });
  return ((await response.json()) as Task | null) ?? undefined;
}

async function carryOut(task: Task, files: SandboxFiles): Promise<Outcome> {
  heard.length = 0;
  const gap = watchEventLoop();
  const started = performance.now();
  if (task.kind === 'control') {
    await reach(task.addresses);
    return { id: task.id, kind: 'controlled', heard: [...heard], longestGapMs: gap() };
  }
  if (task.kind === 'probe') {
    const probes = await probe(task.script, files);
    return { id: task.id, kind: 'probed', probes, heard: [...heard], longestGapMs: gap() };
  }
  const sandbox = createSandbox(files, task.bundle);
  const engine = engineOf(task.bundle, sandbox);
  // In the workbench this happens in a pause before Run; the next run is one right after a keystroke.
  await makeReady(engine, task.files);
  const verdicts = await press(engine, task);
  const ms = performance.now() - started;
  const next = task.next && (await judged(engine, task.next, new AbortController().signal));
  sandbox.dispose();
  const verdict = verdicts.at(-1)!;
  return {
    id: task.id,
    kind: 'ran',
    verdict: verdict.kind,
    earlier: verdicts.slice(0, -1).map(({ kind }) => kind),
    texts: textsOf(verdict).map((text) => text.slice(0, 6_000)),
    size: JSON.stringify(verdict).length,
    next: next?.kind,
    nextTexts: next ? textsOf(next).slice(0, 5) : [],
    heard: [...heard],
    longestGapMs: gap(),
    ms,
  };
}

const engineOf = (bundle: ExerciseBundle, sandbox: Sandbox): Engine => ({
  compiler,
  checker,
  loadRunner: async () => {
    await sandbox.prepare();
    return { bundle, sandbox };
  },
  dispose: () => undefined,
});

/** Every press of Run ends the run before it, as in the workbench. */
async function press(
  engine: Engine,
  { files, press: pressed }: Extract<Task, { kind: 'run' }>,
): Promise<Verdict[]> {
  const stop = new AbortController();
  const last = () => judged(engine, files, stop.signal);
  if (pressed === 'run and stop') setTimeout(() => stop.abort(), 1_000);
  if (pressed !== 'run three times') return [await last()];
  const cancelled = [1, 2].map(() => {
    const earlier = new AbortController();
    const verdict = judged(engine, files, earlier.signal);
    earlier.abort();
    return verdict;
  });
  return Promise.all([...cancelled, last()]);
}

async function judged(
  engine: Engine,
  files: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Verdict> {
  for await (const state of run(engine, files, signal)) {
    if (state.kind !== 'judged') continue;
    // As the workbench does; what comes of them belongs to what is looked at.
    const recordings = await state.recordings?.();
    return Object.assign(state.verdict, { recordings: [...(recordings ?? [])] });
  }
  throw new Error('The run ended without a verdict.');
}

/** The sandbox's frame with another worker script: what holds here, the frame's policy holds alone. */
async function probe(script: string, { frame: html }: SandboxFiles): Promise<Record<string, string>> {
  const frame = await openFrame(html, script);
  const worker = frame.spawn();
  return new Promise((resolve) => {
    const found: Record<string, string> = {};
    const finish = () => {
      frame.remove();
      resolve(found);
    };
    worker.onError((detail) => {
      found['worker'] = detail;
      finish();
    });
    worker.port.onmessage = ({ data }: MessageEvent<{ name: string; outcome: string } | 'done'>) => {
      if (data === 'done') finish();
      else found[data.name] = data.outcome;
    };
  });
}

async function reach({ http, tcp, ws }: Readonly<Record<string, string>>): Promise<void> {
  await fetch(`${http}/control`, { mode: 'no-cors' });
  await fetch(`${tcp}/control`, { mode: 'no-cors' }).catch(() => undefined);
  await new Promise((resolve) => (new WebSocket(ws!).onerror = resolve));
  new BroadcastChannel('past-tense').postMessage('control');
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** How long the page could not answer, at most, until the returned function is called. */
function watchEventLoop(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 4);
  return () => {
    clearInterval(timer);
    return Math.round(Math.max(longest, performance.now() - last));
  };
}
