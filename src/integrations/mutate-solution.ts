import { Instrumenter, type babel } from '@stryker-mutator/instrumenter';

/** A small change of one place of a solution. Hidden tests that miss it have a blind spot there. */
export type Mutant = {
  /** Path from the exercise folder: `user.solution.ts`. */
  readonly file: string;
  /** Where the change begins; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Stryker's name for this kind of change, such as `EqualityOperator`. */
  readonly mutator: string;
  /** The text before and after the change, on one line. */
  readonly original: string;
  readonly replacement: string;
};

/** The whole file after the change. */
export type MutatedFile = { readonly mutant: Mutant; readonly source: string };

/**
 * Every mutant that Stryker finds in a file, in its order. Imports, types and the texts of errors stay as they are:
 * which words an error uses is up to the learner.
 */
export async function mutateSolution(file: string, source: string): Promise<readonly MutatedFile[]> {
  const options = { plugins: null, excludedMutations: [], ignorers: [{ shouldIgnore: errorText }] };
  const { mutants } = await stryker.instrument([{ name: file, content: source, mutate: true }], options);
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ location, mutatorName, replacement }) => {
      const [start, end] = [offsetOf(source, location.start), offsetOf(source, location.end)];
      const inPlace = staysBare(mutatorName, replacement) ? replacement : `(${replacement})`;
      return {
        mutant: {
          file,
          line: location.start.line + 1,
          column: location.start.column + 1,
          mutator: mutatorName,
          original: onOneLine(source.slice(start, end)),
          replacement: onOneLine(replacement),
        },
        source: source.slice(0, start) + inPlace + source.slice(end),
      };
    });
}

export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const silence = () => {};
const never = () => false;

const stryker = new Instrumenter({
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: silence,
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
  fatal: silence,
});

/** The reason for leaving a node alone: a text in a `throw`, a `new …Error()` or a class that extends an error. */
function errorText(node: object): string | undefined {
  // Stryker declares the node as opaque, so that its plugins need not know Babel; it is Babel's.
  const path = node as babel.NodePath;
  const isText =
    path.isStringLiteral() || path.isTemplateLiteral() || path.isBinaryExpression({ operator: '+' });
  if (!isText) return undefined;
  const around = path.findParent((p) => p.isFunction() || p.isThrowStatement() || isNewError(p));
  const thrown = around !== null && !around.isFunction();
  return thrown || isInErrorClass(path) ? 'the text of an error' : undefined;
}

function isNewError(path: babel.NodePath): boolean {
  return path.isNewExpression() && namesError(path.node.callee);
}

function isInErrorClass(path: babel.NodePath): boolean {
  const around = path.findParent((parent) => parent.isClass());
  return around !== null && around.isClass() && namesError(around.node.superClass);
}

function namesError(node: babel.NodePath['node'] | null | undefined): boolean {
  return node?.type === 'Identifier' && /(Error|Exception)$/.test(node.name);
}

/** Parentheses may not go around a statement or a tagged text, and cut a chain `a?.b.c`; other changes need them. */
function staysBare(mutator: string, replacement: string): boolean {
  switch (mutator) {
    case 'BlockStatement':
    case 'CallExpression':
    case 'OptionalChaining':
    case 'StringLiteral':
      return true;
    case 'ConditionalExpression':
      return /^(case|default|for)\b/.test(replacement);
    default:
      return false;
  }
}

function offsetOf(source: string, place: { readonly line: number; readonly column: number }): number {
  const before = source.split('\n').slice(0, place.line);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + place.column;
}
