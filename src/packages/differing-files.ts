import { unzipSync } from 'fflate';

/** The names of the files that are not the same in two archives, or in one of them only. */
export function differingFiles(one: Uint8Array, other: Uint8Array): string[] {
  const [files, others] = [unzipSync(one), unzipSync(other)];
  const isEqual = (name: string) =>
    name in files && name in others && Buffer.from(files[name]!).equals(Buffer.from(others[name]!));
  return [...new Set([...Object.keys(files), ...Object.keys(others)])].filter((name) => !isEqual(name));
}
