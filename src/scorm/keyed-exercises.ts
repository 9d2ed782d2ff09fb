import { createHash } from 'node:crypto';
import { keyLength, suspendLimit, type KeyedExercise } from './session.ts';

/**
 * Gives each exercise a key that follows from its id alone, so that what a platform keeps stays right when the course
 * changes. Build time only. Throws when a platform could not keep that all of them were passed.
 */
export function keyedExercises(ids: readonly string[]): KeyedExercise[] {
  const most = Math.floor((suspendLimit - 2) / keyLength);
  if (ids.length > most) {
    throw new Error(
      `The course has ${ids.length} exercises, and cmi.suspend_data of SCORM 1.2 has room for ${most}. Offer fewer chapters, or split the course.`,
    );
  }
  const keyed = ids.map((id) => ({ id, key: keyOf(id) }));
  for (const [index, { id, key }] of keyed.entries()) {
    const same = keyed.find((other, place) => place < index && other.key === key);
    if (same)
      throw new Error(`The exercises ${same.id} and ${id} have the same key, ${key}. Rename the newer one.`);
  }
  return keyed;
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, keyLength);
