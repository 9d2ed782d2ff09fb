import { expect, it } from 'vitest';
import { runInNode } from '../sandbox/run-in-node.ts';
import { nodeHarness } from './sandbox-files.ts';

it.each([
  ['a global', 'globalThis.left = 1;', "'left' in globalThis"],
  ['a global replaced', 'globalThis.setTimeout = () => 7;', 'setTimeout(() => {}, 0) === 7'],
  ['a method replaced', 'console.table = () => 7;', 'console.table() === 7'],
  ['chance replaced', 'Math.random = () => 7;', 'Math.random() === 7'],
  [
    'a timer',
    'setTimeout(() => { throw new Error("late") }, 20);',
    '(() => { for (const end = performance.now() + 30; performance.now() < end;); })()',
  ],
  ['an error that nobody caught', 'Promise.reject(new Error("lost"));', 'false'],
])('does not find %s that the run before left', async (_, leaving, found) => {
  await run(leaving, 'false');
  const { tests, uncaught } = await run('', found);
  expect([tests[0]?.errors, uncaught]).toEqual([[], []]);
});

it('is the worker of the run before', async () => {
  // What nothing looks at: the gate finds it, for it runs every variant in a worker of its own as well.
  await run('Object.assign(queueMicrotask, { seen: true });', 'false');
  const { tests } = await run('', "'seen' in queueMicrotask");
  expect(tests[0]?.state).toBe('failed');
});

it('has the clock start anew, and nothing told of the run before', async () => {
  const ask = 'console.log(Date.now(), performance.now() > 0);';
  const [first, second] = [await run(ask, 'false'), await run(ask, 'false')];
  expect(second.console).toEqual(first.console);
  expect(second.tests.map(({ name }) => name)).toEqual(['is not there']);
});

it('takes the next worker after one that never ends', async () => {
  expect((await run('for (;;);', 'false', 300)).ending.kind).toBe('timed-out');
  expect((await run('', 'false')).ending.kind).toBe('ended');
});

/** Runs a learner's file, and a test that fails if what `found` says is so. */
async function run(learner: string, found: string, runMs?: number) {
  const test = `const { expect, it } = require('vitest');
it('is not there', async () => {
  require('./user.ts');
  expect(${found}).not.toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 0));
});`;
  const modules = [
    { path: './user.ts', role: 'learner', code: learner } as const,
    { path: './user.test.ts', role: 'test', code: test } as const,
  ];
  const plan = { entry: './user.test.ts', trials: [] };
  return runInNode(await nodeHarness(), { modules, plan }, { runMs, worker: 'used' });
}
