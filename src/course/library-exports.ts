import { join } from 'node:path';
import ts from 'typescript';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { readText } from './files.ts';
import { oncePerBuild } from './once-per-build.ts';

/** Something that 'past-tense' or 'past-tense/testing' exports. */
export interface LibraryExport {
  readonly name: string;
  /** The end of its page's address: `event-factory`; of a type that is no class, `event-factory-type`. */
  readonly id: string;
  readonly importedFrom: LibraryModule;
  /** The file that declares it, in exercises/library. */
  readonly file: string;
}

type LibraryModule = keyof typeof entries;

export const libraryFolder = 'exercises/library';

const entries = { 'past-tense': 'index.ts', 'past-tense/testing': 'testing.ts' } as const;
const modules = Object.keys(entries) as LibraryModule[];

/** Every export of the course library in the order of its index. Throws an AuthorError for one that has no page. */
export const readLibraryExports = oncePerBuild((root: string): readonly LibraryExport[] => {
  const read = (file: string) => readLibraryFile(root, file);
  const exported = modules.flatMap((module) =>
    exportedBy(entries[module], read).map(({ name, declaredIn }) => ({
      name,
      id: idOf(name, declaredIn, read),
      importedFrom: module,
      file: declaredIn,
    })),
  );
  const twice = exported.find(({ id }, index) => exported.findIndex((other) => other.id === id) !== index);
  if (twice === undefined) return exported;
  throw new AuthorError(
    `${libraryFolder}/${twice.file}`,
    `two exports would have the page /reference/${twice.id}/`,
    'Give them names that differ by more than capital letters.',
  );
});

/** The export of that name. Throws an AuthorError about the component that asks for it. */
export function findLibraryExport(exported: readonly LibraryExport[], name: string, askedBy: string) {
  const found = exported.find((each) => each.name === name);
  if (found) return found;
  const names = exported.map((each) => each.name);
  throw new AuthorError(
    askedBy,
    `<Api name="${name}"> names nothing that the course library exports`,
    didYouMean(name, names, `It exports ${names.join(', ')}.`),
  );
}

/** A declaration that may be exported: a variable by its statement, which holds its comment. */
type Declaration =
  | ts.ClassDeclaration
  | ts.FunctionDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableStatement;

/** The declarations of that name in a file, several for overloads. */
export function declarationsOf(file: ts.SourceFile, name: string): Declaration[] {
  return file.statements.filter(isDeclaration).filter((each) => namesOf(each).includes(name));
}

function isDeclaration(node: ts.Node): node is Declaration {
  return (
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableStatement(node)
  );
}

function namesOf(declaration: Declaration): string[] {
  if (!ts.isVariableStatement(declaration)) return declaration.name ? [declaration.name.text] : [];
  return declaration.declarationList.declarations.map(({ name }) => name.getText());
}

function readLibraryFile(root: string, file: string): ts.SourceFile {
  const path = `${libraryFolder}/${file}`;
  const text = readText(join(root, path));
  if (text === undefined) throw new AuthorError(path, 'the file is missing', 'Add it, or export it no more.');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function exportedBy(file: string, read: (file: string) => ts.SourceFile) {
  const { statements } = read(file);
  return statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return reExportedBy(file, statement);
    if (!isDeclaration(statement) || !statement.modifiers?.some(isExport)) return [];
    return namesOf(statement).map((name) => ({ name, declaredIn: file }));
  });
}

const isExport = ({ kind }: ts.ModifierLike): boolean => kind === ts.SyntaxKind.ExportKeyword;

/** `export { a, type B } from './messages.ts'` */
function reExportedBy(file: string, { exportClause, moduleSpecifier }: ts.ExportDeclaration) {
  const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (!exportClause || !ts.isNamedExports(exportClause) || !from?.startsWith('./')) {
    throw new AuthorError(
      `${libraryFolder}/${file}`,
      'an export does not say what it exports from where',
      "Write export { name } from './file.ts', so that each name gets its page.",
    );
  }
  return exportClause.elements.map(({ name }) => ({ name: name.text, declaredIn: from.slice(2) }));
}

function idOf(name: string, file: string, read: (file: string) => ts.SourceFile): string {
  const [declaration] = declarationsOf(read(file), name);
  if (!declaration) {
    throw new AuthorError(
      `${libraryFolder}/${file}`,
      `declares no ${name}, which is exported from it`,
      'Export it from the file that declares it, under its own name.',
    );
  }
  const kebab = name.replace(/_|(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();
  // A type and the function that makes it often differ by one capital letter, which not every file system tells apart.
  const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return isType ? `${kebab}-type` : kebab;
}
