import { join } from 'node:path';
import ts from 'typescript';
import { Application, ReflectionKind, type DeclarationReflection, type SomeType } from 'typedoc';
import { AuthorError } from '../course/author-error.ts';
import { readText } from '../course/files.ts';
import {
  declarationsOf,
  libraryFolder,
  readLibraryExports,
  type LibraryExport,
} from '../course/library-exports.ts';
import { AuthorLogger } from './author-logger.ts';
import { readComment, type Docs } from './read-comment.ts';
import { memberSignature, signatureOf } from './signature.ts';

/** Everything that the page of an export shows. */
export interface DocumentedExport extends LibraryExport {
  readonly kind: 'class' | 'function' | 'type' | 'value';
  readonly docs: Docs;
  /** Its declaration without bodies and comments, as the compiler writes it into a declaration file. */
  readonly signature: string;
  /** Of a function. */
  readonly parameters: readonly Parameter[];
  /** The type that a function returns. */
  readonly returns: string | undefined;
  /** Those that have something to say beyond their signature. */
  readonly members: readonly Member[];
  /** Names of the other exports that the signature mentions. */
  readonly mentions: readonly string[];
  /** The text of the file that declares it. */
  readonly source: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** Markdown, empty without `@param`. */
  readonly text: string;
}

export interface Member {
  readonly name: string;
  readonly signature: string;
  readonly docs: Docs;
}

/**
 * Documents every export of the course library from its docstrings (by TypeDoc) and its declarations (by TypeScript).
 * Throws an AuthorError for an export without a docstring and for a reference to nothing.
 */
export async function documentLibrary(root: string): Promise<DocumentedExport[]> {
  const exported = readLibraryExports(root);
  const roots = [...new Set(exported.map(({ importedFrom }) => importedFrom))].map(
    (module) => [module, join(root, libraryFolder, entryOf(module))] as const,
  );
  const program = ts.createProgram({ rootNames: roots.map(([, path]) => path), options: compilerOptions });
  const reflections = await reflectionsOf(program, roots);
  const declarations = declarationFiles(program);
  return Promise.all(
    exported.map((each) => {
      const reflection = reflections.get(each.name);
      const file = declarations.get(each.file);
      if (reflection && file) return documentExport(root, each, exported, reflection, file);
      throw new AuthorError(`${libraryFolder}/${each.file}`, `TypeDoc finds no ${each.name}`, 'Export it.');
    }),
  );
}

async function documentExport(
  root: string,
  each: LibraryExport,
  exported: readonly LibraryExport[],
  reflection: DeclarationReflection,
  file: ts.SourceFile,
): Promise<DocumentedExport> {
  const path = `${libraryFolder}/${each.file}`;
  const nodes = declarationsOf(file, each.name);
  const commented = { file: path, of: each.name, exported };
  const docs = readComment(commentOf(reflection), commented);
  if (docs.text === '') {
    throw new AuthorError(path, `exports ${each.name} without a docstring`, 'Say above it what it is for.');
  }
  const [firstFunction] = nodes.filter((node) => ts.isFunctionDeclaration(node));
  const comments = reflection.signatures?.[0]?.parameters ?? [];
  return {
    ...each,
    kind: kindOf(reflection),
    docs,
    signature: await signatureOf(nodes),
    parameters: (firstFunction?.parameters ?? []).map((parameter, index) => ({
      name: `${parameter.dotDotDotToken ? '...' : ''}${parameter.name.getText()}`,
      type: parameter.type?.getText() ?? 'unknown',
      optional: parameter.questionToken !== undefined,
      text: readComment(comments[index]?.comment, commented).text,
    })),
    returns: firstFunction?.type?.getText(),
    members: await documentMembers(path, each, exported, reflection, nodes),
    mentions: mentionedIn(nodes, each, exported),
    source: readText(join(root, path)) ?? '',
  };
}

async function documentMembers(
  file: string,
  { name }: LibraryExport,
  exported: readonly LibraryExport[],
  reflection: DeclarationReflection,
  nodes: readonly ts.Node[],
): Promise<Member[]> {
  const own = membersOf(reflection).filter((member) => !member.inheritedFrom && !member.flags.isPrivate);
  const members = own.map(async (member) => ({
    name: member.name,
    signature: await memberSignature(nodes, member.name),
    docs: readComment(commentOf(member), { file, of: `${name}.${member.name}`, exported }),
  }));
  return (await Promise.all(members)).filter(({ docs }) => docs.text !== '');
}

/** The members of a class or an interface, and the fields that a type alias spells out. */
function membersOf({ children, type }: DeclarationReflection): DeclarationReflection[] {
  const inType = (each: SomeType | undefined): DeclarationReflection[] => {
    switch (each?.type) {
      case 'reflection':
        return each.declaration.children ?? [];
      case 'reference':
        return (each.typeArguments ?? []).flatMap(inType);
      case 'intersection':
      case 'union':
        return each.types.flatMap(inType);
      default:
        return [];
    }
  };
  return children ?? inType(type);
}

function commentOf({ comment, signatures, getSignature, type }: DeclarationReflection) {
  const called = type?.type === 'reflection' ? type.declaration.signatures : undefined;
  return comment ?? (signatures ?? called)?.[0]?.comment ?? getSignature?.comment;
}

function kindOf({ kind }: DeclarationReflection): DocumentedExport['kind'] {
  switch (kind) {
    case ReflectionKind.Class:
      return 'class';
    case ReflectionKind.Function:
      return 'function';
    case ReflectionKind.Interface:
    case ReflectionKind.TypeAlias:
      return 'type';
    default:
      return 'value';
  }
}

function mentionedIn(
  nodes: readonly ts.Node[],
  { name }: LibraryExport,
  exported: readonly LibraryExport[],
): string[] {
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node))
      found.add((ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText());
    ts.forEachChild(node, look);
  };
  nodes.forEach(look);
  return exported.map((each) => each.name).filter((each) => each !== name && found.has(each));
}

async function reflectionsOf(
  program: ts.Program,
  roots: readonly (readonly [string, string])[],
): Promise<Map<string, DeclarationReflection>> {
  const app = await Application.bootstrap(
    { disableSources: true, disableGit: true, readme: 'none', sort: ['source-order'] },
    [],
  );
  const logger = new AuthorLogger();
  app.logger = logger;
  const project = app.converter.convert(
    roots.map(([displayName, path]) => ({ displayName, program, sourceFile: program.getSourceFile(path)! })),
  );
  logger.throwFirst();
  const modules = project.children ?? [];
  return new Map(modules.flatMap(({ children = [] }) => children).map((each) => [each.name, each]));
}

/** The declaration file of each file of the library, by the name of that file. */
function declarationFiles(program: ts.Program): Map<string, ts.SourceFile> {
  const files = new Map<string, ts.SourceFile>();
  program.emit(
    undefined,
    (path, text) => {
      const name = path.slice(path.lastIndexOf(`${libraryFolder}/`) + libraryFolder.length + 1);
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      files.set(name.replace(/\.d\.ts$/, '.ts'), file);
    },
    undefined,
    true,
  );
  return files;
}

const entryOf = (module: LibraryExport['importedFrom']): string =>
  module === 'past-tense' ? 'index.ts' : 'testing.ts';

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  declaration: true,
  emitDeclarationOnly: true,
  removeComments: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: [],
};
