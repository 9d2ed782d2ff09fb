/**
 * npm run new:exercise <chapter>/<name>
 * npm run new:lesson <chapter>/<name>
 *
 * Makes a folder to begin with: small, complete and marked as a draft, so it is shown in `npm run dev` only.
 */
import { AuthorError } from '../src/course/author-error.ts';
import { newExercise } from '../src/course/new-exercise.ts';
import { parseNewId } from '../src/course/new-id.ts';
import { newLesson } from '../src/course/new-lesson.ts';

const [kind, ...args] = process.argv.slice(2);
const root = process.cwd();

try {
  if (kind === 'lesson') tell(newLesson(root, parseNewId(kind, args)), afterLesson(args[0]!));
  else tell(newExercise(root, parseNewId('exercise', args)), afterExercise(args[0]!));
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function tell(files: readonly string[], next: readonly string[]): void {
  console.log([...files.map((file) => `  ${file}`), '', ...next].join('\n'));
}

function afterExercise(id: string): string[] {
  return [
    `npm run dev shows it under /en/drafts/ until <Exercise id="${id}" /> stands in a lesson.`,
    `npm run check:exercises ${id} judges it. When it is finished, take draft: true out of its exercise.yaml.`,
  ];
}

function afterLesson(id: string): string[] {
  return [
    `npm run dev shows it under /en/${id}/. Give it its titles in content/outline.yaml.`,
    'When it is finished, take draft: true out of both languages.',
  ];
}
