/**
 * `pack.ts site` makes `past-tense-<version>.zip`, `pack.ts scorm` makes `past-tense-<version>-scorm.zip`, both from one
 * build for no address (docs/packages.md). With `--built` the build of before is taken.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'astro';
import { readSite } from '../src/course/read-site.ts';
import { readFolder, scormPackage, siteArchive } from '../src/packages/packages.ts';
import { writeZip } from '../src/packages/write-zip.ts';

const asked = process.argv.slice(2);
const kinds = asked.filter((each) => each !== '--built');
const unknown = kinds.find((kind) => kind !== 'site' && kind !== 'scorm');
if (kinds.length === 0 || unknown !== undefined) {
  console.error(`${unknown ?? 'Nothing'} cannot be packed. Name what is to be made: site, scorm, or both.`);
  process.exit(1);
}

if (!asked.includes('--built')) {
  process.env['PORTABLE'] = '1';
  await build({});
}

const site = await readSite(process.cwd());
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const files = readFolder('dist-portable');
const license = readFileSync('LICENSE');
const name = `past-tense-${version}`;
if (kinds.includes('site')) write(`${name}.zip`, siteArchive(files, license, name));
if (kinds.includes('scorm')) write(`${name}-scorm.zip`, scormPackage(files, license, site.name, version));

function write(file: string, content: ReadonlyMap<string, Uint8Array>): void {
  const zip = writeZip(content);
  writeFileSync(file, zip);
  console.log(`${file}: ${content.size} files, ${(zip.length / 1e6).toFixed(1)} MB`);
}
