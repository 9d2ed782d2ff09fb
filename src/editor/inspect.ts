import { awakeTimeout } from '../awake-timeout.ts';
import type { Findings, Inspection } from './inspect-sources.ts';
import TypeScriptWorker from './typescript.worker.ts?worker';
import type { InspectAnswer, InspectCommand } from './typescript.worker.ts';

type InspectOutcome =
  | { readonly kind: 'inspected'; readonly findings: Findings }
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'cancelled' };

export type Inspector = {
  /** Downloads TypeScript and lets it read its own declarations. Rejects when it does not start. */
  load(): Promise<void>;
  /**
   * Never rejects. Inspections take turns, so that one that is cancelled or takes longer than the limit can end the
   * worker without harm to another.
   */
  inspect(asked: Inspection, signal: AbortSignal): Promise<InspectOutcome>;
};

const inspectLimitMs = 10_000;

/** TypeScript behind a worker that is made when first needed and made anew after it was ended. */
export function createInspector(makeWorker: () => Worker = () => new TypeScriptWorker()): Inspector {
  let worker: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const load = async () => {
    worker ??= startWorker(makeWorker());
    try {
      await worker;
    } catch (error) {
      worker = undefined;
      throw error;
    }
  };

  const inspectNow: Inspector['inspect'] = async (asked, signal) => {
    if (signal.aborted) return { kind: 'cancelled' };
    try {
      await load();
    } catch (error) {
      return { kind: 'unavailable', detail: String(error) };
    }
    const running = await worker;
    if (!running || signal.aborted) return { kind: 'cancelled' };
    const answer = await ask(running, asked, signal, inspectLimitMs);
    if (answer.kind === 'inspected') return answer;
    running.terminate();
    worker = undefined;
    return answer.kind === 'cancelled' ? answer : { kind: 'unavailable', detail: answer.detail };
  };

  return {
    load,
    inspect(asked, signal) {
      const turn = last.then(() => inspectNow(asked, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function startWorker(worker: Worker): Promise<Worker> {
  // Reading its own declarations takes most of TypeScript's first inspection. A slow download is no failure.
  const answer = await ask(worker, { files: {}, library: {}, snippets: [''], importers: [] });
  if (answer.kind === 'inspected') return worker;
  worker.terminate();
  throw new Error(answer.kind === 'broken' ? answer.detail : 'TypeScript did not start.');
}

type Answer = InspectAnswer | { readonly kind: 'cancelled' };

let asked = 0;

function ask(
  worker: Worker,
  inspection: Inspection,
  signal?: AbortSignal,
  limitMs?: number,
): Promise<Answer> {
  asked += 1;
  const id = asked;
  const over = new AbortController();
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      over.abort();
      resolve(answer);
    };
    const broken = (detail: string) => finish({ kind: 'broken', id, detail });
    const listen = { signal: over.signal };
    if (limitMs !== undefined) {
      const tooLate = () => broken(`TypeScript gave no answer within ${limitMs / 1000} seconds.`);
      over.signal.addEventListener('abort', awakeTimeout(tooLate, limitMs));
    }
    signal?.addEventListener('abort', () => finish({ kind: 'cancelled' }), listen);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<InspectAnswer>) => {
        if (data.id === id) finish(data);
      },
      listen,
    );
    worker.addEventListener(
      'error',
      (event) => broken(event.message || 'The worker with TypeScript did not load.'),
      listen,
    );
    worker.postMessage({ kind: 'inspect', id, asked: inspection } satisfies InspectCommand);
  });
}
