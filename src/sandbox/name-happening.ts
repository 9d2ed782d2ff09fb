import { className, describeValue } from './describe-value.ts';
import { isRecord, list } from './read-value.ts';
import { recordingLimits, type Lane, type Words } from './recording.ts';

/** What is told of a happening may be the learner's: a list, an id or a proxy that throws when it is read. */

export function laneOf(place: Lane['place'], name: unknown): Lane {
  const read = nameOf(name);
  return read === undefined ? { place } : { place, name: read };
}

/** Words as they are, aggregates by their names. */
export function nameOf(told: unknown): Words | undefined {
  try {
    if (Array.isArray(told)) return cut(list(told, 20).filter(isObject).map(nameOfAggregate).join(', '));
    return readWords(told) ?? (isObject(told) ? nameOfAggregate(told) : undefined);
  } catch {
    return undefined;
  }
}

/** `User mina`. The compiler puts `_` before a class that names itself in its body. */
function nameOfAggregate(aggregate: object): string {
  const type = (className(aggregate) ?? '').replace(/^_/, '');
  const { id } = aggregate as { readonly id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? cut(`${type} ${id}`) : type;
}

function readWords(words: unknown): Words | undefined {
  if (typeof words === 'string') return cut(words);
  if (!isRecord(words)) return undefined;
  const { en, ko } = words;
  return typeof en === 'string' && typeof ko === 'string' ? { en: cut(en), ko: cut(ko) } : undefined;
}

export function printError(error: unknown): string {
  const printed = describeValue(error, { depth: 1, items: 3, nodes: 4, characters: 300 });
  return cut(printed.kind === 'leaf' || printed.kind === 'string' ? printed.text : '?');
}

const cut = (text: string): string => text.slice(0, recordingLimits.labelCharacters);

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
