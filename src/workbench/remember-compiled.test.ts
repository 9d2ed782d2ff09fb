import { expect, it } from 'vitest';
import type { CompileRequest } from '../compiler/build-options.ts';
import type { Compiler } from '../compiler/compile.ts';
import { rememberCompiled } from './remember-compiled.ts';

type Outcome = Awaited<ReturnType<Compiler['compile']>>;

const compiled: Outcome = { kind: 'compiled', modules: [] };
const asking = (text: string): CompileRequest => ({ sources: { './cart.ts': text }, available: [] });
const patient = () => new AbortController().signal;

/** A compiler that answers when it is told to, and counts what it was asked. */
function slowly() {
  const answers: ((outcome: Outcome) => void)[] = [];
  const compiler = rememberCompiled({
    load: async () => undefined,
    compile: () => new Promise((resolve) => answers.push(resolve)),
    dispose: () => undefined,
  });
  return { compiler, answers };
}

it('is asked once for what is asked twice, also while it compiles', async () => {
  const { compiler, answers } = slowly();
  const [ahead, atRun] = [compiler.compile(asking('a'), patient()), compiler.compile(asking('a'), patient())];
  answers[0]!(compiled);
  expect(await Promise.all([ahead, atRun])).toEqual([compiled, compiled]);
  expect(await compiler.compile(asking('a'), patient())).toEqual(compiled);
  expect(answers).toHaveLength(1);
});

it('is asked again for another text', async () => {
  const { compiler, answers } = slowly();
  void compiler.compile(asking('a'), patient());
  void compiler.compile(asking('b'), patient());
  void compiler.compile(asking('a'), patient());
  expect(answers).toHaveLength(3);
});

it.each([
  { kind: 'refused', problems: [] },
  { kind: 'unavailable', detail: 'no network' },
] as const)('tries again what ended as $kind', async (outcome) => {
  const { compiler, answers } = slowly();
  const first = compiler.compile(asking('a'), patient());
  answers[0]!(outcome);
  expect(await first).toEqual(outcome);
  void compiler.compile(asking('a'), patient());
  expect(answers).toHaveLength(2);
});

it('lets one give up without ending what another waits for', async () => {
  const { compiler, answers } = slowly();
  const stop = new AbortController();
  const [stopped, waiting] = [
    compiler.compile(asking('a'), stop.signal),
    compiler.compile(asking('a'), patient()),
  ];
  stop.abort();
  expect(await stopped).toEqual({ kind: 'cancelled' });
  answers[0]!(compiled);
  expect(await waiting).toEqual(compiled);
});
