import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { filesBelow, readText } from './files.ts';

const templates = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Copies a template into a new folder, with the title in its place; returns the files' paths from the root. */
export function copyTemplate(
  kind: 'exercise' | 'lesson',
  root: string,
  folder: string,
  title: string,
): string[] {
  return filesBelow(join(templates, kind)).map((name) => {
    const path = `${folder}/${name}`;
    const text = readText(join(templates, kind, name)) ?? '';
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // `wx` refuses to write over a file.
    writeFileSync(
      join(root, path),
      text.replace('title: TITLE', () => `title: ${stringify(title).trim()}`),
      {
        flag: 'wx',
      },
    );
    return path;
  });
}
