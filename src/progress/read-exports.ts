import type { Refusal } from './progress-file.ts';
import type { Standing } from './standing.ts';

/** Asks what an export file says of these chapters, given by the ids of their exercises. */
export type ExportQuestion = {
  readonly path: string;
  readonly file: File;
  readonly chapters: readonly (readonly string[])[];
};

export type ExportAnswer = { readonly kind: 'read'; readonly standing: Standing } | UnreadExport;
export type UnreadExport = Refusal | { readonly kind: 'unreadable' };

/**
 * Reads one file after the other, in a worker: hundreds of megabytes from strangers would hold up the page. Ends
 * early when `signal` does.
 */
export async function* readExports(
  files: readonly Omit<ExportQuestion, 'chapters'>[],
  chapters: ExportQuestion['chapters'],
  signal: AbortSignal,
): AsyncGenerator<ExportAnswer> {
  const worker = new Worker(new URL('./read-exports.worker.ts', import.meta.url), { type: 'module' });
  try {
    for (const file of files) {
      const answer = await new Promise<ExportAnswer>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => resolve(data);
        worker.onerror = () => resolve({ kind: 'unreadable' });
        worker.postMessage({ ...file, chapters } satisfies ExportQuestion);
      });
      if (signal.aborted) return;
      yield answer;
    }
  } finally {
    worker.terminate();
  }
}
