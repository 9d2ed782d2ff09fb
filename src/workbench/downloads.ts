import { download } from './download.ts';

/** What a learner waits for: something to write with, or all that running needs. */
export type DownloadPurpose = 'editor' | 'compiler';

export type DownloadState = {
  readonly purpose: DownloadPurpose;
  readonly loaded: number;
  /** None where more came than the file has, because the host unpacked it. */
  readonly total: number | undefined;
};

export type Downloads = {
  /** Downloads a file of that many bytes. Rejects as `download` does. */
  get(purpose: DownloadPurpose, url: string, bytes: number): Promise<Blob>;
};

type Part = { loaded: number; readonly bytes: number };

/** Downloads that are shown together. `tell` is told what is on its way; nothing once all of it arrived or failed. */
export function createDownloads(
  tell: (state: DownloadState | undefined) => void,
  fetchFile: typeof download = download,
): Downloads {
  const parts: Record<DownloadPurpose, Set<Part>> = { editor: new Set(), compiler: new Set() };
  const waiting: Record<DownloadPurpose, number> = { editor: 0, compiler: 0 };
  const show = () => {
    // The editor comes first, and may be waited for.
    const purpose = waiting.editor > 0 ? 'editor' : waiting.compiler > 0 ? 'compiler' : undefined;
    tell(purpose && { purpose, ...sum([...parts[purpose]]) });
  };
  const showSoon = limited(() => {
    if (waiting.editor + waiting.compiler > 0) show();
  });

  return {
    async get(purpose, url, bytes) {
      const part: Part = { loaded: 0, bytes };
      if (waiting[purpose] === 0) parts[purpose].clear();
      parts[purpose].add(part);
      waiting[purpose] += 1;
      show();
      try {
        return await fetchFile(url, (count) => {
          part.loaded += count;
          showSoon();
        });
      } catch (error) {
        parts[purpose].delete(part);
        throw error;
      } finally {
        waiting[purpose] -= 1;
        show();
      }
    },
  };
}

function sum(parts: readonly Part[]): { loaded: number; total: number | undefined } {
  const loaded = parts.reduce((all, part) => all + part.loaded, 0);
  const known = parts.every((part) => part.loaded <= part.bytes);
  return { loaded, total: known ? parts.reduce((all, { bytes }) => all + bytes, 0) : undefined };
}

/** At most ten times a second, and a last time. */
function limited(show: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show();
    }, 100);
  };
}
