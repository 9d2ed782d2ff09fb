import { lateErrors, nextTasks } from './late-errors.ts';
import type { LinkedModule } from './link-modules.ts';
import type { ModuleStore } from './module-store.ts';
import type { JobModule, TestPlan } from './report.ts';
import { runTests } from './run-tests.ts';
import type { testApi } from './test-api.ts';

/** Runs the test libraries once while nobody waits, so that the engine has compiled them when the learner does. */
export function warmUp(): Promise<void> {
  const run: LinkedModule['run'] = (_exports, require) => {
    const { describe, expect, it } = require('vitest') as typeof testApi;
    describe('warm-up', () => {
      it('compares', () => {
        expect({ list: [1, 'two'] }, 'message').toEqual({ list: [1, 'two'] });
        expect(new Set([1]).size).toBe(1);
        expect('text').toMatch(/^te/);
        expect(() => {
          throw new Error('thrown');
        }).toThrow('thrown');
      });
      it('fails', () => expect([{ one: 1 }], 'message').toEqual([{ one: 2 }]));
    });
  };
  const plan = { entry: './warm-up', trials: [] };
  const modules: LinkedModule[] = [{ path: './warm-up', role: 'test', run }];
  return runTests(modules, plan, () => undefined, { name: undefined }, lateErrors());
}

/**
 * Runs the tests of the exercise once on code of ours, so that the engine has compiled them and the library too. Every
 * run links its modules anew, so nothing of it is left. Where the built-ins are not locked something might be.
 */
export async function rehearse(
  modules: ModuleStore,
  rehearsal: readonly JobModule[],
  { entry, intrinsics }: TestPlan,
): Promise<void> {
  if (rehearsal.length === 0 || intrinsics === 'open') return;
  modules.load(rehearsal);
  const plan = { entry, trials: [] };
  const currentTest = { name: undefined, isQuiet: true };
  await runTests(modules.all(), plan, () => undefined, currentTest, lateErrors());
  await nextTasks();
}
