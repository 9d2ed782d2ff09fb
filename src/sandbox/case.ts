import { describeValue } from './describe-value.ts';
import { cutText, isRecord, list } from './read-value.ts';
import { readTree, type ValueTree } from './value-tree.ts';

/**
 * A test's case as cards: what had happened, what was done, what should have happened, and what did. Shown with the
 * test when it fails, never judged, and stored nowhere, so its shape may change.
 */
export type Case = {
  readonly given: readonly Card[];
  readonly when?: Card;
  /** An empty list says that nothing should have happened. */
  readonly then: readonly Card[];
  /** What the learner's code told; missing if it could not be asked. */
  readonly yours?: readonly Card[];
};

export type Card =
  /** An event or a command, with its data and whatever else of it is shown. */
  | { readonly kind: 'message'; readonly type: string; readonly fields: ValueTree }
  | { readonly kind: 'words'; readonly text: { readonly en: string; readonly ko: string } };

/** What of a case is kept. */
export const caseLimits = { cards: 20, textCharacters: 200 } as const;
const cardBounds = { depth: 5, items: 30, nodes: 120, characters: 2_000 };

/**
 * Makes cards of what a test gave to `showCase`. Of an event its type and its data are shown; `eventId` and
 * `occurredAt` as well if one of the expected events has them.
 */
export function describeCase(received: unknown): Case | undefined {
  try {
    return isRecord(received) ? caseOf(received) : undefined;
  } catch {
    return undefined;
  }
}

function caseOf(received: Record<string, unknown>): Case {
  const expected = list(received['then'], caseLimits.cards);
  const stamps = ['eventId', 'occurredAt'].filter((key) =>
    expected.some((event) => isRecord(event) && key in event),
  );
  const cards = (messages: unknown) =>
    list(messages, caseLimits.cards).map((message) => describeCard(message, stamps));
  const yours = askForYours(received['yours']);
  return {
    given: cards(received['given']),
    ...(received['when'] === undefined ? {} : { when: describeCard(received['when'], stamps) }),
    then: cards(expected),
    ...(yours === undefined ? {} : { yours: cards(yours) }),
  };
}

/** Runs code of the learner's, so what it throws or returns is no surprise. */
function askForYours(yours: unknown): readonly unknown[] | undefined {
  try {
    const told: unknown = typeof yours === 'function' ? (yours as () => unknown)() : undefined;
    return Array.isArray(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

function describeCard(received: unknown, stamps: readonly string[]): Card {
  const words = (text: unknown): Card => ({ kind: 'words', text: readText(text) });
  if (typeof received === 'string') return words({ en: received, ko: received });
  try {
    if (!isRecord(received)) return words(undefined);
    if (typeof received['en'] === 'string') return words(received);
    const data = describeValue(received['data'], cardBounds);
    const stamped = stamps
      .filter((key) => key in received)
      .map((key) => ({ key, value: describeValue(received[key], cardBounds) }));
    return {
      kind: 'message',
      type: readType(received['type']),
      fields:
        data.kind === 'fields'
          ? { ...data, entries: [...data.entries, ...stamped] }
          : { kind: 'fields', entries: [{ key: 'data', value: data }, ...stamped], more: 0 },
    };
  } catch {
    return words(undefined);
  }
}

/** Reads a case that came out of the sandbox. */
export function readCase(received: unknown): Case | undefined {
  if (!isRecord(received)) return undefined;
  const cards = (value: unknown) => list(value, caseLimits.cards).map(readCard);
  return {
    given: cards(received['given']),
    ...(received['when'] === undefined ? {} : { when: readCard(received['when']) }),
    then: cards(received['then']),
    ...(received['yours'] === undefined ? {} : { yours: cards(received['yours']) }),
  };
}

function readCard(card: unknown): Card {
  return isRecord(card) && card['kind'] === 'message'
    ? { kind: 'message', type: readType(card['type']), fields: readTree(card['fields'], cardBounds) }
    : { kind: 'words', text: readText(isRecord(card) ? card['text'] : undefined) };
}

const readType = (type: unknown): string => cutText(type, caseLimits.textCharacters) || '?';

function readText(text: unknown): { readonly en: string; readonly ko: string } {
  const read = (language: 'en' | 'ko') =>
    (isRecord(text) ? cutText(text[language], caseLimits.textCharacters) : '') || '?';
  return { en: read('en'), ko: read('ko') };
}
