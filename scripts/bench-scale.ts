/**
 * npm run bench:scale [-- --lessons 100,400,1600] [-- --keep]
 *
 * What a large course costs: builds copies of this one with so many lessons and as many exercises, each twice, and prints
 * seconds, the most memory that the build and its child processes had at once, and bytes. `again` is a second build, which
 * takes judged exercises from the first. The folders are in the system's folder for temporary files; `--keep` leaves
 * them there. The machine's other work is in the seconds.
 *
 * The builds are told to be sparing, as docs/scale.md says; on a machine that has more, V8 and Rolldown would take it.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { runMeasured } from './run-measured.ts';
import { writeSyntheticCourse } from './synthetic-course.ts';

const { values: options } = parseArgs({
  options: {
    lessons: { type: 'string', default: '100,400,1600' },
    keep: { type: 'boolean', default: false },
  },
});
const astro = join('node_modules', 'astro', 'bin', 'astro.mjs');

const sparing = {
  ...process.env,
  NODE_OPTIONS: '--max-old-space-size=1536',
  MIMALLOC_PURGE_DELAY: '0',
};

const rows: Record<string, string | number>[] = [];
for (const lessons of options.lessons.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), `past-tense-${lessons}-`));
  try {
    writeSyntheticCourse(process.cwd(), folder, lessons);
    const first = await runMeasured(process.execPath, [astro, 'build'], folder, sparing);
    const again = await runMeasured(process.execPath, [astro, 'build'], folder, sparing);
    rows.push({
      lessons,
      pages: readdirSync(join(folder, 'dist'), { recursive: true }).filter((name) =>
        String(name).endsWith('.html'),
      ).length,
      'first s': Math.round(first.seconds),
      'again s': Math.round(again.seconds),
      'peak MB': Math.round(Math.max(first.peakBytes, again.peakBytes) / 1e6),
      ...weigh(join(folder, 'dist')),
    });
    console.table(rows);
  } finally {
    if (options.keep) console.log(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages in kB as they are and gzipped, each the same page of every course; and what a search loads. */
function weigh(dist: string) {
  const page = (path: string) => {
    const html = readFileSync(join(dist, path, 'index.html'));
    return `${kB(html.length)} / ${kB(gzipSync(html).length)}`;
  };
  const index = join(dist, 'pagefind');
  const files = readdirSync(index, { recursive: true }).map((name) => join(index, String(name)));
  const sizeOf = (some: readonly string[]) => some.reduce((sum, path) => sum + statSync(path).size, 0);
  return {
    'lesson kB': page('en/aggregates/aggregate-root'),
    'exercise kB': page('en/exercises/aggregates/aggregate-root'),
    'front page kB': page('en'),
    ...(existsSync(join(dist, 'en/contents')) ? { 'contents kB': page('en/contents') } : {}),
    'search index kB': kB(sizeOf(files.filter((path) => statSync(path).isFile()))),
    // One list of pages for each language; a search loads that of its own, and of the rest what it finds.
    'to begin a search kB': kB(
      sizeOf(files.filter((path) => /[\\/]pagefind\.en_[^\\/]+\.pf_meta$/.test(path))),
    ),
  };
}

function kB(bytes: number): number {
  return Math.round(bytes / 1000);
}
