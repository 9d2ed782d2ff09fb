import { compileNative } from '../compiler/compile-native.ts';
import type { Compilation } from '../compiler/compile-modules.ts';
import type { JobModule, Report } from '../sandbox/report.ts';
import { runInNode } from '../sandbox/run-in-node.ts';
import { testPackages } from '../sandbox/test-packages.ts';
import { nodeHarness } from './sandbox-files.ts';

/** Compiles a learner's `./user.ts` and a hidden test of it and runs them in the real sandbox of Node. */
export async function runInline(
  user: string,
  test: string,
  runMs?: number,
): Promise<Report & { readonly compiled: Extract<Compilation, { kind: 'compiled' }> }> {
  const learner = await compiled({ './user.ts': user }, []);
  const hidden = await compiled({ './user.test.ts': test }, ['./user.ts', ...testPackages]);
  const modules: JobModule[] = [
    ...learner.modules.map(({ path, code }) => ({ path, code, role: 'learner' as const })),
    ...hidden.modules.map(({ path, code }) => ({ path, code, role: 'test' as const })),
  ];
  const report = await runInNode(
    await nodeHarness(),
    { modules, plan: { entry: './user.test.ts', trials: [] } },
    { runMs },
  );
  return { ...report, compiled: learner };
}

async function compiled(sources: Record<string, string>, available: string[]) {
  const compilation = await compileNative({ sources, available });
  if (compilation.kind === 'refused') throw new Error(JSON.stringify(compilation.problems));
  return compilation;
}
