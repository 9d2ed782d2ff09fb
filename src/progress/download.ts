import { readRecords } from './all-records.ts';
import { writeProgressFile } from './progress-file.ts';
import { readUnreadable } from './whole-store.ts';

/** Saves everything that is remembered to a file; returns its name. */
export async function downloadRecords(now = new Date()): Promise<string> {
  const name = `past-tense-${localDay(now)}.json`;
  download(name, writeProgressFile(await readRecords(), now));
  return name;
}

/** Saves what cannot be read as it is, for somebody who can; returns the file's name. */
export async function downloadUnreadable(now = new Date()): Promise<string> {
  const name = `past-tense-unreadable-${localDay(now)}.json`;
  download(name, `${JSON.stringify(await readUnreadable(), undefined, 2)}\n`);
  return name;
}

function download(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; Safari reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `2026-11-22` where the learner is. */
function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
