/** A process beside a build: judges the exercises that it is told, and says when it has. */
import { readExercise } from '../course/exercises.ts';
import { shipExercise } from './judge-exercise.ts';
import { keptExercise } from './kept-exercise.ts';
import { librarySources } from './library-sources.ts';

const root = process.argv[2]!;
const library = librarySources(root);

process.on('message', async (id: string) => {
  try {
    const exercise = readExercise(root, id);
    await keptExercise(root, exercise, library, (held) => shipExercise(held, library));
  } catch {
    // Said by the build, which judges it again.
  }
  process.send!('judged');
});
process.on('disconnect', () => process.exit());
process.send!('ready');
