/**
 * The bundled harness with globals of its own. Whatever it reads under a global name is taken when it starts, before
 * learner code can put something else there; what its libraries keep in `globalThis` learner code cannot find; and
 * what they look for to tell where they run (`process`, `Node`) is never there.
 */
import ts from 'typescript';
import { builtInNames } from '../sandbox/built-ins.ts';

const own = (
  'AbortController Blob Event EventTarget MessagePort URL clearInterval clearTimeout console crypto importScripts performance ' +
  'queueMicrotask self setInterval setTimeout'
).split(' ');
const ownInNode = ['Buffer', 'clearImmediate', 'process', 'require', 'setImmediate'];

/** What libraries ask after and are not to find; a learner could put something there. */
const neverThere =
  'Buffer DOMTokenList Element HTMLElement Node clearImmediate document process require setImmediate window'.split(
    ' ',
  );

/** Names that nobody can give another value. */
const constant = ['Infinity', 'NaN', 'arguments', 'globalThis', 'undefined'];

/** Throws when the bundle reads a global that is in none of the lists, for example after an update of a library. */
export function encloseHarness(bundle: string, platform: 'browser' | 'node'): string {
  const taken = [
    ...builtInNames.filter((name) => name !== 'eval'),
    ...own,
    ...(platform === 'node' ? ownInNode : []),
  ];
  const missing = neverThere.filter((name) => !taken.includes(name));
  const unknown = freeNames(bundle).filter((name) => ![...taken, ...missing, ...constant].includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `The sandbox's harness reads the global ${unknown.join(', ')}, which src/integrations/enclose-harness.ts does ` +
        'not know. Put it into `own` if the harness needs it, or into `neverThere` if a library only looks for it.',
    );
  }
  return [
    '"use strict";((real)=>{',
    `const{${taken.join(',')}}=real;`,
    `const ${missing.map((name) => `${name}=undefined`).join(',')};`,
    `const globalThis={__proto__:null,${taken.join(',')}};`,
    bundle,
    '})(globalThis);',
  ].join('');
}

/** Names that a script reads and does not declare, those that it reads of `globalThis` included. */
export function freeNames(script: string): string[] {
  const file = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    getDefaultLibFileName: () => '',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
  };
  const options = { allowJs: true, noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest };
  const checker = ts.createProgram([file.fileName], options, host).getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      isRead(node) &&
      !checker.resolveName(node.text, node, ts.SymbolFlags.Value, false)
    ) {
      found.add(node.text);
    }
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'globalThis')
      found.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].toSorted();
}

/** Whether the identifier stands for a variable rather than naming a property, a label or a declaration. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isBreakOrContinueStatement(parent) || ts.isLabeledStatement(parent)) return false;
  if (ts.isClassElement(parent) || ts.isObjectLiteralElement(parent)) {
    return ts.isShorthandPropertyAssignment(parent) || !('name' in parent) || parent.name !== node;
  }
  return true;
}
