import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inlineExcerpts } from './inline-excerpts.ts';

let folder: string;

beforeAll(() => {
  mkdirSync('test-results', { recursive: true });
  folder = resolve(mkdtempSync('test-results/excerpts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The modules that a build has of a lesson with this text, and what it makes of them. */
async function built(lesson: string): Promise<{ modules: string[]; code: string }> {
  writeFileSync(join(folder, 'lesson.mdx'), lesson);
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [inlineExcerpts()],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, 'lesson.mdx'), formats: ['es'], fileName: 'lesson' },
    },
  });
  const [{ output }] = result as unknown as [{ output: [{ moduleIds: string[]; code: string }] }];
  return { modules: output[0].moduleIds, code: output[0].code };
}

it('puts the source that a lesson shows into the module of the lesson', async () => {
  writeFileSync(join(folder, 'menu.program.ts'), "export const menu = `${'soup'}`; // 국\n");
  const { modules, code } = await built('import menu from "./menu.program.ts?raw";\nexport default menu;\n');

  expect(modules).toEqual([join(folder, 'lesson.mdx')]);
  expect(code).toContain(JSON.stringify("export const menu = `${'soup'}`; // 국\n"));
});

it('leaves it to Vite to say that a source is not there', async () => {
  await expect(built('import menu from "./menü.program.ts?raw";\nexport default menu;\n')).rejects.toThrow(
    'menü.program.ts',
  );
});
