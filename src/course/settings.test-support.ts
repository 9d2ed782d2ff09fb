import type { ExerciseSettings } from './exercises.ts';

/** The settings of a small exercise: what exercise.yaml says, with nothing that may be left out. */
export function exerciseSettings(change: Partial<ExerciseSettings>): ExerciseSettings {
  return {
    opens: 'user.ts',
    level: 1,
    minutes: 1,
    builds: [],
    uses: [],
    draft: false,
    intrinsics: 'locked',
    ends: {},
    mutants: {},
    equivalent: [],
    types: [],
    imports: [],
    untouched: [],
    ...change,
  };
}
