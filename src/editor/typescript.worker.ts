/**
 * Monaco's TypeScript worker, which also inspects files for the workbench, so that TypeScript is downloaded once.
 * What a worker is for is decided by the first message it gets.
 */
import { libFileMap, ts } from 'monaco-editor/languages/features/typescript/ts.worker';
import { createInspector, type Findings, type Inspection } from './inspect-sources.ts';

export type InspectCommand = { readonly kind: 'inspect'; readonly id: number; readonly asked: Inspection };

export type InspectAnswer = { readonly id: number } & (
  | { readonly kind: 'inspected'; readonly findings: Findings }
  | { readonly kind: 'broken'; readonly detail: string }
);

const serveMonaco = self.onmessage;
const inspect = createInspector({ ts: ts.typescript, declarations: (name) => libFileMap[name] });

self.onmessage = (event: MessageEvent<unknown>) => {
  if (isInspectCommand(event.data)) self.postMessage(answer(event.data));
  // This replaces the handler: from here on, the worker is Monaco's.
  else serveMonaco?.call(self, event);
};

function answer({ id, asked }: InspectCommand): InspectAnswer {
  try {
    return { kind: 'inspected', id, findings: inspect(asked) };
  } catch (error) {
    return { kind: 'broken', id, detail: String(error) };
  }
}

function isInspectCommand(data: unknown): data is InspectCommand {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'inspect';
}
