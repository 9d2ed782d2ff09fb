import { mostBytes, readProgressFile } from './progress-file.ts';
import type { ExportAnswer, ExportQuestion } from './read-exports.ts';
import { standingOf } from './standing.ts';

onmessage = async ({ data }: MessageEvent<ExportQuestion>) => postMessage(await answer(data));

async function answer({ path, file, chapters }: ExportQuestion): Promise<ExportAnswer> {
  if (file.size > mostBytes) return { kind: 'too-large' };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { kind: 'unreadable' };
  const now = Date.now();
  const read = readProgressFile(text, now);
  return read.kind === 'read'
    ? { kind: 'read', standing: standingOf({ file: path, ...read }, chapters, now) }
    : read;
}
