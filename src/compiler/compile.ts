import { awakeTimeout } from '../awake-timeout.ts';
import type { CompileRequest, Sources } from './build-options.ts';
import { givenUp, type Compilation } from './compile-modules.ts';
import type { CompilerAnswer, CompilerCommand, Numbered } from './compile.worker.ts';
import CompileWorker from './compile.worker.ts?worker';
import { compileWasm } from './compile-wasm.ts';

type CompilerOutcome =
  Compilation | { readonly kind: 'unavailable'; readonly detail: string } | { readonly kind: 'cancelled' };

export type Compiler = {
  /** Starts the download. Rejects when it fails; the next call tries again. */
  load(): Promise<void>;
  /** Never rejects. A request that takes longer than the limit ends the worker and is refused. */
  compile(request: CompileRequest, signal: AbortSignal): Promise<CompilerOutcome>;
  dispose(): void;
};

const compileLimitMs = 10_000;
const mostCharacters = 1_000_000;
const tookTooLong = 'took too long';

/** esbuild behind a worker that is made when first needed and made anew after it broke. `download` brings its WebAssembly. */
export function createCompiler(download: () => Promise<Blob>): Compiler {
  let wasm: Promise<WebAssembly.Module> | undefined;
  let worker: Promise<Worker> | undefined;

  const load: Compiler['load'] = async () => {
    wasm ??= download().then(compileWasm);
    worker ??= wasm.then(startWorker);
    try {
      await worker;
    } catch (error) {
      wasm = undefined;
      worker = undefined;
      throw error;
    }
  };

  const dispose = () => {
    void worker?.then((running) => running.terminate()).catch(() => undefined);
    worker = undefined;
  };

  return {
    load,
    dispose,
    async compile(request, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      if (sizeOf(request.sources) > mostCharacters) return givenUp(request.sources, 'too-large');
      try {
        await load();
      } catch (error) {
        return { kind: 'unavailable', detail: String(error) };
      }
      const running = await worker;
      if (!running || signal.aborted) return { kind: 'cancelled' };
      const answer = await ask(running, { kind: 'compile', request }, signal);
      if (answer.kind === 'compiled') return answer.compilation;
      if (answer.kind === 'cancelled') return answer;
      dispose();
      const detail = answer.kind === 'broken' ? answer.detail : 'no answer';
      if (detail === tookTooLong) return givenUp(request.sources, 'too-slow');
      if (/call stack|recursion|stack overflow/i.test(detail)) return givenUp(request.sources, 'too-deep');
      return { kind: 'unavailable', detail };
    },
  };
}

const sizeOf = (sources: Sources): number =>
  Object.values(sources).reduce((sum, { length }) => sum + length, 0);

async function startWorker(wasm: WebAssembly.Module): Promise<Worker> {
  const worker = new CompileWorker();
  const answer = await ask(worker, { kind: 'load', wasm });
  if (answer.kind === 'loaded') return worker;
  worker.terminate();
  throw new Error(answer.kind === 'broken' ? answer.detail : 'The compiler did not start.');
}

let asked = 0;

function ask(
  worker: Worker,
  command: CompilerCommand,
  signal?: AbortSignal,
): Promise<CompilerAnswer | { kind: 'cancelled' }> {
  asked += 1;
  const id = asked;
  const over = new AbortController();
  return new Promise((resolve) => {
    const finish = (answer: CompilerAnswer | { kind: 'cancelled' }) => {
      over.abort();
      resolve(answer);
    };
    const listen = { signal: over.signal };
    const callOff = awakeTimeout(() => finish({ kind: 'broken', detail: tookTooLong }), compileLimitMs);
    over.signal.addEventListener('abort', callOff);
    signal?.addEventListener('abort', () => finish({ kind: 'cancelled' }), listen);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Numbered<CompilerAnswer>>) => {
        if (data.id === id) finish(data);
      },
      listen,
    );
    worker.addEventListener(
      'error',
      (event) => finish({ kind: 'broken', detail: event.message || 'the worker did not load' }),
      listen,
    );
    worker.postMessage({ ...command, id } satisfies Numbered<CompilerCommand>);
  });
}
