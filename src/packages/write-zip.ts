import { zipSync, type Zippable } from 'fflate';

/** The first day that a zip can name. By the local clock, because a zip has no time zone. */
const mtime = new Date(1980, 0, 1);

/** What is compressed already. */
const packed = /\.(?:gz|pagefind|pf_fragment|pf_index|pf_meta)$/;

/** A zip of these files by path; the same files always give the same bytes. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].toSorted()) {
    entries[path] = [files.get(path)!, { mtime, level: packed.test(path) ? 0 : 9 }];
  }
  return zipSync(entries);
}
