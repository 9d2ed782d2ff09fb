import ts from 'typescript';
import type { Sources } from '../compiler/build-options.ts';
import { declarationsOf, readLibraryExports, type LibraryExport } from '../course/library-exports.ts';
import { fill } from '../i18n/fill.ts';
import { messagesFor, type Locale } from '../i18n/index.ts';
import { librarySources } from './library-sources.ts';

/**
 * The course library as the editor is given it: the docstrings of the exports, and of their members, end with a link
 * to the page of the export, which the editor shows in its hover. Addresses are seen from the folder `runtime/`.
 */
export function editorLibrary(root: string, locale: Locale): Sources {
  const exported = readLibraryExports(root);
  const sources = Object.entries(librarySources(root)).map(([path, text]) => {
    const inFile = exported.filter(({ file }) => path === `past-tense/${file}`);
    return [path, withLinks(text, inFile, locale)] as const;
  });
  return Object.fromEntries(sources);
}

function withLinks(text: string, exported: readonly LibraryExport[], locale: Locale): string {
  const file = ts.createSourceFile('library.ts', text, ts.ScriptTarget.Latest, true);
  const links = exported.flatMap((each) => linksOf(file, each, locale));
  return links
    .toSorted((one, other) => other.at - one.at)
    .reduce((changed, { at, tag }) => changed.slice(0, at) + tag + changed.slice(at), text);
}

/** A tag `@see` and the end of the comment into which it goes. */
interface Link {
  readonly at: number;
  readonly tag: string;
}

function linksOf(file: ts.SourceFile, { id, name }: LibraryExport, locale: Locale): Link[] {
  const label = fill(messagesFor(locale)['reference.link'], { name });
  const tag = `\n * @see [${label}](../${locale}/reference/${id}/)\n `;
  const inside = (node: ts.Node): ts.Node[] =>
    ts.isClassLike(node) || ts.isInterfaceDeclaration(node) ? [...node.members] : [];
  return declarationsOf(file, name)
    .flatMap((declaration) => [declaration, ...inside(declaration)])
    .flatMap((node) => ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1))
    .map(({ end }) => ({ at: end - '*/'.length, tag }));
}
