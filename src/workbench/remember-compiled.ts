import type { Compiler } from '../compiler/compile.ts';

type Outcome = Awaited<ReturnType<Compiler['compile']>>;

/** The compiler with its last answer at hand: what was compiled while the learner paused takes no time at Run. */
export function rememberCompiled(compiler: Compiler): Compiler {
  let last: { readonly request: string; readonly outcome: Promise<Outcome> } | undefined;

  return {
    ...compiler,
    async compile(request, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const asked = JSON.stringify(request);
      // Who gives up waiting does not end what another one waits for.
      const begin = () => ({
        request: asked,
        outcome: compiler.compile(request, new AbortController().signal),
      });
      const mine = last?.request === asked ? last : begin();
      last = mine;
      const outcome = await Promise.race([mine.outcome, cancelled(signal)]);
      // Another attempt may go better.
      if (outcome.kind !== 'compiled' && outcome.kind !== 'cancelled' && last === mine) last = undefined;
      return outcome;
    },
  };
}

const cancelled = (signal: AbortSignal): Promise<Outcome> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true });
  });
