import { readRecords } from './all-records.ts';
import { writeProgressFile } from './progress-file.ts';
import { jsonFile, saveFile } from './save-file.ts';
import { readUnreadable } from './whole-store.ts';

/** Saves everything that is remembered to a file; returns its name. */
export async function downloadRecords(now = new Date()): Promise<string> {
  const name = `past-tense-${localDay(now)}.json`;
  saveFile(name, jsonFile(writeProgressFile(await readRecords(), now)));
  return name;
}

/** Saves what cannot be read as it is, for somebody who can; returns the file's name. */
export async function downloadUnreadable(now = new Date()): Promise<string> {
  const name = `past-tense-unreadable-${localDay(now)}.json`;
  saveFile(name, jsonFile(`${JSON.stringify(await readUnreadable(), undefined, 2)}\n`));
  return name;
}

/** `2026-11-22` where the learner is. */
function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
