import vm from 'node:vm';
import { expect, it } from 'vitest';
import { createModuleStore } from './module-store.ts';
import type { JobModule } from './report.ts';

/** A store over real scripts; tells how many were loaded. */
function emptyStore() {
  const context = vm.createContext({ runs: [] });
  const scripts: string[] = [];
  const store = createModuleStore({
    global: vm.runInContext('this', context) as typeof globalThis,
    loadScript(code) {
      scripts.push(code);
      vm.runInContext(code, context);
      return undefined;
    },
  });
  const runs = () => vm.runInContext('runs', context) as unknown[];
  return { store, scripts, runs };
}

const learners = (code: string): JobModule => ({ path: './cart.ts', role: 'learner', code });
const given = (path: string): JobModule => ({ path, role: 'given', code: `exports.path = '${path}'` });

it('loads modules without running them', () => {
  const { store, runs } = emptyStore();
  store.load([learners('runs.push(1)')]);
  expect(runs()).toEqual([]);
  const [module] = store.all();
  module!.run({}, () => ({}), { exports: {} });
  expect(runs()).toEqual([1]);
});

it('loads what is given as one script, and what is there already not again', () => {
  const { store, scripts } = emptyStore();
  store.load([given('./a.ts'), given('./b.ts')]);
  store.load([given('./a.ts'), given('./b.ts'), learners('1')]);
  store.load([learners('1')]);
  expect(scripts).toHaveLength(2);
  const exports: { path?: string } = {};
  store.all()[1]!.run(exports, () => ({}), { exports });
  expect(exports.path).toBe('./b.ts');
});

it('puts a newer text in the place of the older, and tells its code', () => {
  const { store, runs } = emptyStore();
  store.load([learners('runs.push("old")')]);
  store.load([learners('runs.push("new")')]);
  expect(store.all()).toHaveLength(1);
  store.all()[0]!.run({}, () => ({}), { exports: {} });
  expect(runs()).toEqual(['new']);
  expect(store.codeOf('./cart.ts')).toBe('runs.push("new")');
});

it('says why a script is refused when it is to be run, and not before; the older text is gone', () => {
  const { store } = emptyStore();
  const broken = learners('/(/');
  store.load([learners('1')]);
  store.tryToLoad([broken]);
  expect(store.all()).toEqual([]);
  expect(() => store.load([broken])).toThrow('Invalid regular expression');
});
