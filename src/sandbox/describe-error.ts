import { cut } from './describe-value.ts';
import { printValue } from './print-value.ts';
import { limits, type CodeFrame, type ErrorReport } from './report.ts';

/** Anything that was thrown, as bounded text. Reading a hostile value never throws. */
export function describeError(thrown: unknown): ErrorReport {
  const message = text(thrown, 'message');
  if (typeof thrown !== 'object' || thrown === null || message === undefined) {
    return { name: 'Error', message: `thrown: ${printValue(thrown)}`, assertion: false, frames: [] };
  }
  const name = text(thrown, 'name') ?? 'Error';
  const expected = text(thrown, 'expected');
  const actual = text(thrown, 'actual');
  const diff = text(thrown, 'diff');
  return {
    name: cut(name, 200),
    message: cut(message, limits.textCharacters),
    assertion: name === 'AssertionError',
    frames: framesOf(text(thrown, 'stack') ?? ''),
    ...(expected !== undefined && actual !== undefined
      ? { expected: cut(expected, limits.textCharacters), actual: cut(actual, limits.textCharacters) }
      : {}),
    ...(diff === undefined ? {} : { diff: cut(diff, limits.textCharacters) }),
  };
}

/** Names a module in stack traces, by `//# sourceURL`. WebKit goes by the script's own address instead. */
export const sourceUrl = (path: string): string => `past-tense-job/${path.replace(/^\.\//, '')}`;

const pathsByAddress = new Map<string, string>();

/** Tells under which address the script of a module was loaded. */
export function rememberAddress(address: string, path: string): void {
  pathsByAddress.set(address, path);
}

/** Frames inside the job's files, innermost first, in the stack format of every engine. */
function framesOf(stack: string): CodeFrame[] {
  const found = stack
    .slice(0, 20_000)
    .matchAll(/(?:past-tense-job\/([\w./-]+)|(blob:[^\s@()]+?)):(\d+):(\d+)/g);
  const frames = [...found].flatMap(([, name, address, line, column]): CodeFrame[] => {
    const path = name === undefined ? pathsByAddress.get(address!) : pathOf(name);
    return path === undefined ? [] : [{ path, line: Number(line), column: Number(column) }];
  });
  return frames.slice(0, 20);
}

const pathOf = (name: string): string => (/^past-tense\b/.test(name) ? name : `./${name}`);

function text(value: unknown, key: string): string | undefined {
  try {
    const found: unknown = (value as Record<string, unknown>)[key];
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
