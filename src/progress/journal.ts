import type { Draft } from './store.ts';

/**
 * Drafts that were not yet in the database when the page was left: `localStorage`, because it is written at once.
 * One entry per exercise, deleted as soon as the database has it.
 */
const keyOf = (exercise: string): string => `past-tense:${import.meta.env.BASE_URL}:journal:${exercise}`;

export function writeDown(exercise: string, draft: Draft): void {
  quietly(() => localStorage.setItem(keyOf(exercise), JSON.stringify(draft)));
}

export function recall(exercise: string): Draft | undefined {
  return quietly(() => readEntry(localStorage.getItem(keyOf(exercise))));
}

export function forget(exercise: string): void {
  quietly(() => localStorage.removeItem(keyOf(exercise)));
}

/** Every readable entry. */
export function journaled(): [exercise: string, draft: Draft][] {
  return keys().flatMap((key) => {
    const exercise = key.slice(keyOf('').length);
    const draft = recall(exercise);
    return draft ? [[exercise, draft]] : [];
  });
}

export function forgetAll(): void {
  for (const key of keys()) quietly(() => localStorage.removeItem(key));
}

function keys(): string[] {
  return quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(keyOf('')))) ?? [];
}

function readEntry(entry: string | null): Draft | undefined {
  const draft = JSON.parse(entry ?? 'null') as Partial<Draft> | null;
  if (draft?.v !== 1 || typeof draft.updatedAt !== 'number') return undefined;
  const { files } = draft;
  const readable =
    typeof files === 'object' && Object.values(files).every((text) => typeof text === 'string');
  return readable ? (draft as Draft) : undefined;
}

/** Storage that is blocked or full throws; then there is no journal. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
