/**
 * Builds the archive once more, in a copy of the project elsewhere, in another time zone, with another umask and nothing
 * kept from a build before, and ends with 1 unless it has the bytes of the one that `pack.ts site` left here. Names the
 * files that differ.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differingFiles } from '../src/packages/differing-files.ts';
import { copyPackages } from './copy-packages.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const archive = `past-tense-${version}.zip`;
const notCopied = /^(node_modules|dist.*|\.astro|test-results|playwright-report|past-tense-.*\.zip)$/;
/** The commit stands in the pages, unless git refuses to tell, as in a folder of another user. */
const hasCommit = spawnSync('git', ['rev-parse', 'HEAD'], { stdio: 'ignore' }).status === 0;
const isCopied = (name: string) => (name === '.git' ? hasCommit : !notCopied.test(name));

const copy = mkdtempSync(join(tmpdir(), 'past-tense-again-'));
try {
  for (const name of readdirSync('.').filter(isCopied)) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  copyPackages('node_modules', join(copy, 'node_modules'));
  run('sh', ['-c', `umask 077 && exec "${process.execPath}" scripts/pack.ts site`], copy);
  const [here, there] = [readFileSync(archive), readFileSync(join(copy, archive))];
  if (!here.equals(there)) {
    console.error(
      `${archive} built again differs in ${differingFiles(here, there).join(', ') || 'its order'}.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function run(program: string, given: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, given, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'Asia/Seoul' },
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}
