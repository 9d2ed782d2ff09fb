import type { Sources } from '../compiler/build-options.ts';
import type { WorkbenchExercise } from './exercise-bundle.ts';

/** The learner's own `main`, beside the files that are judged. */
export const scratchPath = './scratch.ts';

/** The exercise as its tabs are shown when the scratch file has one, behind the learner's other files. */
export const withScratchTab = (exercise: WorkbenchExercise): WorkbenchExercise => ({
  ...exercise,
  starters: { ...exercise.starters, [scratchPath]: '' },
});

/** What the scratch file begins with: all values that the file exports which the exercise opens, and a `main`. */
export function scratchStart(opens: string, files: Sources, comment: string): string {
  // Nothing may import a test.
  const path = isSpec(opens) ? Object.keys(files).find((each) => !isSpec(each)) : opens;
  const names = path === undefined ? [] : exportedValues(files[path] ?? '');
  const list = names.length === 0 ? '' : `{ ${names.join(', ')} }`;
  return [
    ...(list === '' ? [] : [`import ${list} from '${path}';`, '']),
    `// ${comment}`,
    'export async function main() {',
    `  console.log(${list === '' ? "'…'" : list});`,
    '}',
    '',
  ].join('\n');
}

/** Those that are declared where they are exported, as every file of an exercise does it. */
function exportedValues(text: string): string[] {
  const declarations =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:class|function\*?|const|let|enum) +([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
  return [...text.matchAll(declarations)].map(([, name]) => name!);
}

const isSpec = (path: string): boolean => path.endsWith('.spec.ts');
