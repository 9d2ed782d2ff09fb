import { expect, it } from 'vitest';
import type { Inspection } from './inspect-sources.ts';
import { createInspector } from './inspect.ts';
import type { InspectCommand } from './typescript.worker.ts';

const nothing: Inspection = { files: {}, library: {}, snippets: [], importers: [] };
const anytime = new AbortController().signal;

/** Answers its first inspection by itself, the others when the test says so. */
class FakeWorker extends EventTarget {
  readonly asked: InspectCommand[] = [];
  ended = false;

  postMessage(command: InspectCommand): void {
    this.asked.push(command);
    if (this.asked.length === 1) this.answer();
  }
  answer(): void {
    const { id } = this.asked.at(-1)!;
    const data = { kind: 'inspected', id, findings: { snippets: [], imports: {} } };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
  terminate(): void {
    this.ended = true;
  }
}

function inspectorOfFakes() {
  const workers: FakeWorker[] = [];
  const inspector = createInspector(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  return { workers, inspector };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('serves everybody by one worker, one after the other', async () => {
  const { workers, inspector } = inspectorOfFakes();
  const first = inspector.inspect(nothing, anytime);
  const second = inspector.inspect(nothing, anytime);
  await settled();
  expect(workers[0]!.asked).toHaveLength(2);

  workers[0]!.answer();
  await expect(first).resolves.toMatchObject({ kind: 'inspected' });
  await settled();
  workers[0]!.answer();
  await expect(second).resolves.toMatchObject({ kind: 'inspected' });
  expect(workers).toHaveLength(1);
});

it('ends the worker of an inspection that is cancelled, and serves the next one by another', async () => {
  const { workers, inspector } = inspectorOfFakes();
  const controller = new AbortController();
  const first = inspector.inspect(nothing, controller.signal);
  const second = inspector.inspect(nothing, anytime);
  await settled();

  controller.abort();
  await expect(first).resolves.toEqual({ kind: 'cancelled' });
  await settled();
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  workers[1]!.answer();
  await expect(second).resolves.toMatchObject({ kind: 'inspected' });
});

it('takes nothing from the one under way when one that waits is cancelled', async () => {
  const { workers, inspector } = inspectorOfFakes();
  const controller = new AbortController();
  const first = inspector.inspect(nothing, anytime);
  const second = inspector.inspect(nothing, controller.signal);
  await settled();

  controller.abort();
  workers[0]!.answer();
  await expect(first).resolves.toMatchObject({ kind: 'inspected' });
  await expect(second).resolves.toEqual({ kind: 'cancelled' });
  expect(workers[0]!.asked).toHaveLength(2);
  expect(workers.map(({ ended }) => ended)).toEqual([false]);
});
