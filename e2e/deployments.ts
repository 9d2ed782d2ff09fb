import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist } from './host.ts';

const script = fileURLToPath(new URL('../scripts/write-offline-files.ts', import.meta.url));

/**
 * The built site as a later version of it: its pages say `data-release="2"`, the style sheet of all pages has another
 * name, and a script that pages load late is gone. Returns the folder, which belongs to the test.
 */
export function nextVersion(): string {
  const folder = copyOfSite();
  const files = readdirSync(join(folder, '_astro'));
  const sheet = files.find((name) => /^middleware\..*\.css$/.test(name))!;
  renameSync(join(folder, '_astro', sheet), join(folder, '_astro/middleware.second.css'));
  rmSync(
    join(
      folder,
      '_astro',
      files.find((name) => /^share-code\..*\.js$/.test(name))!,
    ),
  );
  changePages(folder, (html) =>
    html.replace('<html ', '<html data-release="2" ').replaceAll(sheet, 'middleware.second.css'),
  );
  execFileSync(process.execPath, [script, folder]);
  return folder;
}

/** The built site of a host that wants no worker: its pages start none, and the worker there takes others away. */
export function withoutOffline(): string {
  const folder = copyOfSite();
  const start = /<script type="module" src="[^"]*\/Footer\.[^"]*"><\/script>/g;
  changePages(folder, (html) => html.replace('<html ', '<html data-release="off" ').replaceAll(start, ''));
  execFileSync(process.execPath, [script, folder, '--farewell']);
  return folder;
}

export function copyOfSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'past-tense-'));
  cpSync(dist, folder, { recursive: true });
  return `${folder}/`;
}

function changePages(folder: string, change: (html: string) => string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const page = join(folder, name);
    writeFileSync(page, change(readFileSync(page, 'utf8')));
  }
}
