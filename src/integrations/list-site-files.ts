import type { Plugin } from 'vite';

/** Modules whose scripts, with all that these import, are one list; and workers, by the name of their file. */
const lists = {
  workbench: {
    modules: ['src/workbench/OpenWorkbench.tsx', 'src/workbench/engine.ts', 'src/workbench/run.ts'],
    workers: [],
  },
  editor: { modules: ['src/editor/open-editor.ts'], workers: ['editor.worker'] },
  typescript: { modules: [], workers: ['typescript.worker'] },
} as const;

type Chunk = {
  readonly type: 'chunk';
  readonly fileName: string;
  code: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
};
type Built = Readonly<
  Record<string, Chunk | { readonly type: 'asset'; readonly source: string | Uint8Array }>
>;

/**
 * Writes names and sizes of what the workbench downloads into `workbench/site-files.ts`, which cannot know them before
 * everything is bundled. The script that holds them is named before that, but the names of what it imports go into its
 * own; it is in none of the lists, because whoever reads them has it.
 */
export function listSiteFiles(): Plugin {
  return {
    name: 'past-tense:list-site-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const built = bundle as unknown as Built;
      const chunks = Object.values(built).filter((file) => file.type === 'chunk');
      const holders = chunks.filter(({ code }) => code.includes('%scripts of '));
      for (const [name, list] of Object.entries(lists)) {
        const files = filesOf(list, built, chunks).filter(
          (file) => !holders.some((each) => each.fileName === file),
        );
        const text = files.map((file) => `${file.split('/').at(-1)}:${sizeOf(built[file]!)}`).join(' ');
        for (const holder of holders) holder.code = holder.code.replaceAll(`%scripts of ${name}%`, text);
      }
    },
  };
}

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

const sizeOf = (file: Built[string]): number =>
  Buffer.byteLength(file.type === 'chunk' ? file.code : file.source);
