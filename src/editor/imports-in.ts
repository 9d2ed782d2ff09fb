import type * as TypeScript from 'typescript';

type WrittenImport = {
  readonly at: { readonly file: TypeScript.SourceFile; readonly start: number };
  /** None where only a run could tell: `import(name)`, or `require` handed on. */
  readonly specifier: string | undefined;
};

/** What a file imports, whichever way it is written. A `require` that the file declares itself imports nothing. */
export function importsIn(ts: typeof TypeScript, text: string): WrittenImport[] {
  const { file, checker } = bound(ts, text);
  const found: WrittenImport[] = [];
  const visit = (node: TypeScript.Node) => {
    const imported = importedBy(ts, checker, node);
    if (imported) {
      found.push({
        at: { file, start: imported.getStart(file) },
        specifier: ts.isStringLiteralLike(imported) ? imported.text : undefined,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What names the module, if the node imports one. */
function importedBy(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  node: TypeScript.Node,
): TypeScript.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0];
  }
  if (!ts.isIdentifier(node) || node.text !== 'require' || !isGlobalValue(ts, checker, node))
    return undefined;
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  return (isCalled && node.parent.arguments[0]) || node;
}

/** Whether the name stands for a value that the file does not bring itself. What it only declares, it does not bring. */
function isGlobalValue(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  name: TypeScript.Identifier,
): boolean {
  if (!isUse(ts, name)) return false;
  const scope = checker.getSymbolsInScope(name, ts.SymbolFlags.Value | ts.SymbolFlags.Alias);
  const own = scope.find((symbol) => symbol.name === name.text);
  return !own?.declarations?.some((declaration) => !isAmbient(ts, declaration));
}

/** Not the name of a property, of a type or of what is being declared. */
function isUse(ts: typeof TypeScript, name: TypeScript.Identifier): boolean {
  const { parent } = name;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const named = parent as { readonly name?: unknown; readonly propertyName?: unknown };
  return named.name !== name && named.propertyName !== name && !ts.isPartOfTypeNode(name);
}

const isAmbient = (ts: typeof TypeScript, declaration: TypeScript.Node): boolean =>
  ts.findAncestor(
    declaration,
    (node) =>
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true,
  ) !== undefined;

/** The file for itself, its names bound to their scopes; nothing that it imports is looked at. */
function bound(ts: typeof TypeScript, text: string) {
  const file = ts.createSourceFile('/file.ts', text, ts.ScriptTarget.ESNext);
  const options = { noLib: true, noResolve: true, types: [], moduleDetection: ts.ModuleDetectionKind.Force };
  const program = ts.createProgram([file.fileName], options, {
    fileExists: (path) => path === file.fileName,
    readFile: () => text,
    getSourceFile: (path) => (path === file.fileName ? file : undefined),
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  });
  return { file, checker: program.getTypeChecker() };
}
