import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { readExercises, type Exercise } from '../course/exercises.ts';
import { write } from '../course/tree.test-support.ts';

/** The sample of docs/bring-your-own in the chapter `orders`, with some of its sources replaced. */
export function foreignExercise(changes: Record<string, string> = {}): Exercise {
  const tree = write({});
  cpSync('docs/bring-your-own', join(tree, 'exercises/orders'), { recursive: true });
  const [exercise] = readExercises(tree);
  return { ...exercise!, sources: { ...exercise!.sources, ...changes } };
}
