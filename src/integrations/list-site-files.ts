import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** Modules whose scripts, with all that these import, are one list; and workers, by the name of their file. */
const lists = {
  workbench: {
    modules: ['src/workbench/OpenWorkbench.tsx', 'src/workbench/engine.ts', 'src/workbench/run.ts'],
    workers: [],
  },
  editor: {
    modules: ['src/editor/load-editor.ts', 'src/editor/open-editor.ts'],
    workers: ['editor.worker'],
  },
  plain: { modules: ['src/editor/open-plain-editor.ts'], workers: [] },
  compiler: { modules: [], workers: ['compile.worker'] },
  typescript: { modules: [], workers: ['typescript.worker'] },
  timeline: { modules: ['src/timeline/Timeline.tsx'], workers: [] },
  beside: { modules: ['src/timeline/Beside.tsx'], workers: [] },
} as const;

type Chunk = {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
};
type Built = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/**
 * Writes names, sizes and SHA-256 of what the workbench downloads into `workbench/site-files.ts` and `workbench-files.ts`,
 * which cannot know them before everything is bundled and written. The scripts that hold them are named before that, but
 * the names of what they import go into their own. No list names its own holder, because whoever reads the list has it;
 * the list of the lesson is written last, because it names the holder of the others.
 */
export function listSiteFiles(): Plugin {
  return {
    name: 'past-tense:list-site-files',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }, bundle) {
      const built = bundle as unknown as Built;
      const chunks = Object.values(built).filter((file) => file.type === 'chunk');
      const read = (file: string) => readFileSync(join(dir!, file));
      const holders = chunks
        .map(({ fileName }) => fileName)
        .filter((file) => read(file).includes('%scripts of '))
        .toSorted((one, other) => Number(isLessons(read(one))) - Number(isLessons(read(other))));
      const describe = (file: string) => {
        const content = read(file);
        return `${basename(file)}:${content.length}:${createHash('sha256').update(content).digest('base64')}`;
      };
      for (const [index, holder] of holders.entries()) {
        let code = read(holder).toString();
        const arrived = holders.slice(index);
        for (const [name, list] of Object.entries(lists)) {
          const files = filesOf(list, built, chunks).filter((file) => !arrived.includes(file));
          code = code.replaceAll(`%scripts of ${name}%`, files.map(describe).join(' '));
        }
        writeFileSync(join(dir!, holder), code);
      }
    },
  };
}

const isLessons = (code: Buffer): boolean => code.includes('%scripts of workbench%');

function filesOf(
  { modules, workers }: { readonly modules: readonly string[]; readonly workers: readonly string[] },
  built: Built,
  chunks: readonly Chunk[],
): string[] {
  const found = new Set<string>();
  const add = (file: string) => {
    const chunk = built[file];
    if (found.has(file) || chunk?.type !== 'chunk') return;
    found.add(file);
    chunk.imports.forEach(add);
  };
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
    if (chunk) add(chunk.fileName);
  }
  const ofWorkers = Object.keys(built).filter((file) =>
    workers.some((worker) => file.includes(`/${worker}-`) && file.endsWith('.js')),
  );
  return [...found, ...ofWorkers];
}
