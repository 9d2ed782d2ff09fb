import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Bench, BenchState } from './bench.ts';
import type { WorkbenchExercise } from './exercise-bundle.ts';
import { FileTabs, tabsOf, type FileTab } from './FileTabs.tsx';
import type { ClosedWords } from './Workbench.tsx';

type OpenFileTabsProps = {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly exercise: WorkbenchExercise;
  readonly isOpen: boolean;
  readonly closedWords: ClosedWords;
  readonly words: WorkbenchMessages;
};

/** The files of the exercise, which of them were changed, and those outside it to which the learner went. */
export function OpenFileTabs({ bench, state, exercise, isOpen, closedWords, words }: OpenFileTabsProps) {
  const { shown, visited, canGoBack } = state;
  const mine = bench.files();
  const own = tabsOf(exercise, closedWords['bench.read-only']).map((tab): FileTab => {
    const { path } = tab;
    const isChanged = path in mine && mine[path] !== exercise.starters[path];
    return isChanged ? { ...tab, changed: words['files.changed'] } : tab;
  });
  const outside = visited.map((path) => ({ path, note: closedWords['bench.read-only'] }));
  const isOutside = visited.includes(shown);
  return (
    <div class="bench-files-bar">
      <FileTabs
        exercise={exercise}
        tabs={[...own, ...outside]}
        shown={shown}
        onShow={isOpen ? bench.show : undefined}
        onClose={isOutside ? bench.close : undefined}
        label={closedWords['bench.files']}
      />
      {isOutside && (
        <button
          type="button"
          class="files-close"
          aria-label={fill(words['files.close'], { file: shown })}
          onClick={() => bench.close(shown)}
        >
          ×
        </button>
      )}
      {canGoBack && (
        <button type="button" class="files-back" onClick={() => bench.back()}>
          {words['files.back']}
        </button>
      )}
    </div>
  );
}
