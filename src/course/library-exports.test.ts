import { expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { findLibraryExport, readLibraryExports } from './library-exports.ts';
import { write, type Tree } from './tree.test-support.ts';

const library = {
  'exercises/library/index.ts':
    "export { publisher } from './publisher.ts';\nexport type { Publisher } from './publisher.ts';\n",
  'exercises/library/publisher.ts':
    'export interface Publisher {}\nexport function publisher(): Publisher {\n  return {};\n}\n',
  'exercises/library/testing.ts': 'export const MAX_EVENTS = 1;\nconst inner = 1;\n',
} satisfies Tree;

it('finds every export with its file, and an address that no file system mixes up', () => {
  expect(readLibraryExports(write(library))).toEqual([
    { name: 'publisher', id: 'publisher', importedFrom: 'past-tense', file: 'publisher.ts' },
    { name: 'Publisher', id: 'publisher-type', importedFrom: 'past-tense', file: 'publisher.ts' },
    { name: 'MAX_EVENTS', id: 'max-events', importedFrom: 'past-tense/testing', file: 'testing.ts' },
  ]);
});

it('refuses an <Api> that the library does not export', () => {
  const exported = readLibraryExports(write(library));

  expect(findLibraryExport(exported, 'Publisher', 'content/a/b/en.mdx').id).toBe('publisher-type');
  expect(() => findLibraryExport(exported, 'publsher', 'content/a/b/en.mdx')).toThrow(
    'content/a/b/en.mdx: <Api name="publsher"> names nothing that the course library exports. Did you mean publisher?',
  );
  expect(() => findLibraryExport(exported, 'x', 'content/a/b/en.mdx')).toThrow(
    'content/a/b/en.mdx: <Api name="x"> names nothing that the course library exports. It exports publisher, Publisher, MAX_EVENTS.',
  );
});

it.each([
  {
    mistake: 'a name that its file does not declare',
    tree: { 'exercises/library/publisher.ts': 'export interface Publisher {}\n' },
    message:
      'exercises/library/publisher.ts: declares no publisher, which is exported from it. Export it from the file that declares it, under its own name.',
  },
  {
    mistake: 'everything of a file at once',
    tree: { 'exercises/library/index.ts': "export * from './publisher.ts';\n" },
    message:
      "exercises/library/index.ts: an export does not say what it exports from where. Write export { name } from './file.ts', so that each name gets its page.",
  },
  {
    mistake: 'a file that is missing',
    tree: { 'exercises/library/publisher.ts': undefined },
    message: 'exercises/library/publisher.ts: the file is missing. Add it, or export it no more.',
  },
  {
    mistake: 'two names with one page',
    tree: { 'exercises/library/testing.ts': 'export class Publisher {}\n' },
    message:
      'exercises/library/testing.ts: two exports would have the page /reference/publisher/. Give them names that differ by more than capital letters.',
  },
])('refuses to export $mistake', ({ tree, message }) => {
  const root = write({ ...library, ...tree });

  expect(() => readLibraryExports(root)).toThrow(AuthorError);
  expect(() => readLibraryExports(root)).toThrow(expect.objectContaining({ message }));
});
