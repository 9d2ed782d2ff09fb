import { createContext } from 'preact';
import { readRecording, type Recording } from '../sandbox/recording.ts';
import { downloadIntact, readJson } from './download.ts';
import type { Reference, WorkbenchFiles } from './exercise-bundle.ts';
import type { BuiltFile } from './integrity.ts';

/** What the solution did, test by test; none where no exercise is at hand. */
export const ReferenceFile = createContext<BuiltFile | undefined>(undefined);

/** None where the host shows no solutions. */
export const referenceFile = ({ reference: url, built }: WorkbenchFiles): BuiltFile | undefined =>
  url !== undefined && built.reference ? { url, ...built.reference } : undefined;

const downloads = new Map<string, Promise<Reference>>();

/** What the solution did in a test, if anything was recorded. Rejects with a `LoadFault`; the next call tries again. */
export async function loadRecording(file: BuiltFile, test: string): Promise<Recording | undefined> {
  const { recordings } = await loadReference(file);
  return Object.hasOwn(recordings, test) ? readRecording(recordings[test]) : undefined;
}

/** All that is known of the solution's run; downloaded once for the page. Rejects with a `LoadFault`. */
export async function loadReference(file: BuiltFile): Promise<Reference> {
  const download = downloads.get(file.url) ?? downloadIntact(file).then(readJson<Reference>);
  downloads.set(file.url, download);
  try {
    return await download;
  } catch (error) {
    downloads.delete(file.url);
    throw error;
  }
}
