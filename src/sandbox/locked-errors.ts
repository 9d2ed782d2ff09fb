import { builtInNames } from './built-ins.ts';
import { isLocked, lockedMessage, valueOf } from './lock-built-ins.ts';
import type { ErrorReport, HarnessMessage } from './report.ts';

/** The compiled code of a module. */
type CodeOf = (path: string) => string | undefined;

/**
 * The message with its errors explained: where code tried to change a locked built-in, the engine only
 * says that something is read-only.
 */
export function explainLocks(message: HarnessMessage, codeOf: CodeOf, global: object): HarnessMessage {
  const explained = (error: ErrorReport) => explain(error, codeOf, global);
  switch (message.kind) {
    case 'test':
      return { ...message, test: { ...message.test, errors: message.test.errors.map(explained) } };
    case 'load-error':
    case 'uncaught':
      return { ...message, error: explained(message.error) };
    default:
      return message;
  }
}

function explain(error: ErrorReport, codeOf: CodeOf, global: object): ErrorReport {
  const [place] = error.frames;
  if (!place || error.name !== 'TypeError' || !sounds.test(error.message)) return error;
  const line = codeOf(place.path)?.split('\n')[place.line - 1] ?? '';
  const around = line.slice(Math.max(0, place.column - reach), place.column + reach);
  const changed = changes
    .flatMap((pattern) => [...around.matchAll(pattern)])
    .find(({ groups }) => {
      const path = groups!['holder']!.split('.');
      return isLocked(valueAt(global, path)) || (isGlobal(path) && builtInNames.includes(groups!['key']!));
    });
  if (!changed) return error;
  const { holder, key } = changed.groups!;
  const name = isGlobal(holder!.split('.')) ? key! : key === undefined ? holder! : `${holder}.${key}`;
  return { ...error, message: lockedMessage(name) };
}

/** How many characters before and behind the place of the error are looked at; a line may have a million. */
const reach = 300;

/** What engines say of properties that cannot be written, added, redefined or deleted. */
const sounds = /read-?\s?only|extensible|configurable|redefine|(can't|cannot|unable to) delete|immutable/i;

/** Statements that change an object: `A.b = …`, `Object.defineProperty(A, 'b', …)`, `vi.spyOn(A, 'b')`, `delete A.b`. */
const changes = [
  /(?<holder>[\w$]+(?:\.[\w$]+)*?)(?:\.(?<key>[\w$]+)|\[[^\]]*\])\s*(?:[-+*/%&|^?<>]{1,3})?=(?![=>])/g,
  /\b(?:Object|Reflect)\.(?:define\w+|assign|set\w*|delete\w+)\(\s*(?<holder>[\w$.]+)(?:,\s*["'](?<key>[\w$]+)["'])?/g,
  /\bspyOn\(\s*(?<holder>[\w$.]+),\s*["'](?<key>[\w$]+)["']/g,
  /\bdelete\s+(?<holder>[\w$]+(?:\.[\w$]+)*?)(?:\.(?<key>[\w$]+)|\[[^\]]*\])/g,
];

const isGlobal = ([first, ...rest]: readonly string[]): boolean =>
  rest.length === 0 && (first === 'globalThis' || first === 'self');

/** `Array.prototype`, read from built-ins only, without asking a getter of theirs. */
function valueAt(global: object, [first = '', ...rest]: readonly string[]): unknown {
  if (isGlobal([first])) return rest.length > 0 ? valueAt(global, rest) : undefined;
  if (!builtInNames.includes(first)) return undefined;
  let value: unknown = Reflect.get(global, first);
  for (const key of rest) {
    if (!isLocked(value)) return undefined;
    const property = Object.getOwnPropertyDescriptor(value, key);
    value = property && valueOf(property);
  }
  return value;
}
