import type { Sources } from '../compiler/build-options.ts';
import type { Locale } from '../i18n/locale.ts';
import type { JobModule } from '../sandbox/report.ts';
import type { ExerciseBundle } from './exercise-bundle.ts';

/**
 * `hidden/exercise.json` of a downloaded project: what its judge has to know. The code of the modules lies beside it,
 * under the names that `compiledName` gives.
 *
 *     { "id": "aggregates/change-password", "locale": "ko", "editable": ["./user.ts"], "given": { "./events.ts": "…" },
 *       "modules": [{ "path": "./user.test.ts", "role": "test" }], "plan": { … }, "tests": [ … ], "checks": [ … ],
 *       "translations": { "refuses a wrong password": "…" } }
 */
export type ProjectExercise = Pick<ExerciseBundle, 'plan' | 'tests' | 'checks'> & {
  readonly id: string;
  readonly locale: Locale;
  /** The modules that are the learner's; in the project they lie under `src/`. */
  readonly editable: readonly string[];
  /** What the given files say, whatever became of those under `src/`. */
  readonly given: Sources;
  readonly modules: readonly Pick<JobModule, 'path' | 'role'>[];
  readonly translations: Readonly<Record<string, string>>;
};

/** Where the code of a module lies under `hidden/`: `./user.test.ts` → `compiled/exercise/user.test.js`. */
export function compiledName(path: string): string {
  return `compiled/${path.replace(/^\.\//, 'exercise/').replace(/\.ts$/, '.js')}`;
}

/** Where a file of the exercise lies in the project: `./user.ts` → `src/user.ts`. */
export const projectPath = (path: string): string => `src/${path.replace(/^\.\//, '')}`;
