import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where the sites lie that the servers serve, one folder below for each path. */
const place = 'PAST_TENSE_SERVED';

/** Paths that servers are tried with; the links in the pages lead below `builtFor`. */
export const builtFor = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');
export const bases = [...new Set(['/', '/training/ddd/', builtFor])];

/** The root of a server whose site lies below `base`. */
export const rootFor = (base: string): string => join(process.env[place]!, encodeURIComponent(base));

/** Before all tests: dist/ with what `npm run precompress` makes, for each path that servers are tried with. */
export default function prepareSites(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'past-tense-served-'));
  // The servers run as nobody.
  chmodSync(folder, 0o755);
  process.env[place] = folder;
  const [first, ...others] = bases.map((base) => join(rootFor(base), base));
  copyByLinks(join(project, 'dist'), first!);
  execFileSync(process.execPath, ['scripts/precompress.ts', first!], { cwd: project, stdio: 'inherit' });
  for (const other of others) copyByLinks(first!, other);
  return () => rmSync(folder, { recursive: true, force: true });
}

function copyByLinks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyByLinks(join(from, entry.name), join(to, entry.name));
    else linkSync(join(from, entry.name), join(to, entry.name));
  }
}
