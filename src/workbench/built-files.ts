import type { BuiltFile } from './integrity.ts';

/** Reads a list of scripts, `open-editor.CF-8.js:858252:n4bQ… …`; their names start from the script that has it. */
export const listed = (text: string, holder: string): BuiltFile[] =>
  [...text.matchAll(/(\S+):(\d+):(\S+)/g)].map(([, name, bytes, hash]) => ({
    url: new URL(name!, holder).href,
    bytes: Number(bytes),
    integrity: `sha256-${hash}`,
  }));
