import { downloadIntact } from './download.ts';
import type { BuiltFile } from './integrity.ts';
import { faultOf, type FaultKind } from './load-fault.ts';

/** What a learner waits for: something to write with, or all that running needs. */
export type DownloadPurpose = 'editor' | 'compiler';

export type DownloadState = {
  readonly purpose: DownloadPurpose;
  readonly loaded: number;
  /** None where more came than the file has, because the host unpacked it. */
  readonly total: number | undefined;
};

/** Of what each purpose needs and could not be loaded: why; `damaged` goes before `unreachable`. */
export type Faults = Readonly<Partial<Record<DownloadPurpose, FaultKind>>>;

export type Downloads = {
  /** Downloads a file and looks whether it is whole. Rejects as `downloadIntact` does. */
  get(purpose: DownloadPurpose, file: BuiltFile): Promise<Blob>;
};

type Part = { loaded: number; readonly bytes: number };

/**
 * Downloads that are shown together. `tell` is told what is on its way, nothing once all of it arrived or failed, and
 * what failed since it was asked for last.
 */
export function createDownloads(
  tell: (state: DownloadState | undefined, faults: Faults) => void,
  fetchFile: typeof downloadIntact = downloadIntact,
): Downloads {
  const parts: Record<DownloadPurpose, Set<Part>> = { editor: new Set(), compiler: new Set() };
  const waiting: Record<DownloadPurpose, number> = { editor: 0, compiler: 0 };
  const failed: Record<DownloadPurpose, Map<string, FaultKind>> = { editor: new Map(), compiler: new Map() };
  const show = () => {
    // The editor comes first, and may be waited for.
    const purpose = waiting.editor > 0 ? 'editor' : waiting.compiler > 0 ? 'compiler' : undefined;
    const faults = { ...worst('editor', failed.editor), ...worst('compiler', failed.compiler) };
    tell(purpose && { purpose, ...sum([...parts[purpose]]) }, faults);
  };
  const showSoon = limited(() => {
    if (waiting.editor + waiting.compiler > 0) show();
  });

  return {
    async get(purpose, file) {
      const part: Part = { loaded: 0, bytes: file.bytes };
      if (waiting[purpose] === 0) parts[purpose].clear();
      parts[purpose].add(part);
      failed[purpose].delete(file.url);
      waiting[purpose] += 1;
      show();
      try {
        return await fetchFile(file, (count) => {
          part.loaded += count;
          showSoon();
        });
      } catch (error) {
        parts[purpose].delete(part);
        failed[purpose].set(file.url, faultOf(error));
        throw error;
      } finally {
        waiting[purpose] -= 1;
        show();
      }
    },
  };
}

function worst(purpose: DownloadPurpose, failed: ReadonlyMap<string, FaultKind>): Faults {
  const kinds = [...failed.values()];
  if (kinds.length === 0) return {};
  return { [purpose]: kinds.includes('damaged') ? 'damaged' : 'unreachable' };
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
