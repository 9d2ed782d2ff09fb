import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { WorkbenchExercise } from './exercise-bundle.ts';

type FileTabsProps = {
  readonly exercise: WorkbenchExercise;
  readonly shown: string;
  readonly onShow: (path: string) => void;
  readonly words: WorkbenchMessages;
  readonly enabled: boolean;
};

/** The files of the exercise; given ones say that they can only be read. */
export function FileTabs({ exercise, shown, onShow, words, enabled }: FileTabsProps) {
  const given = Object.keys(exercise.given);
  const paths = [...Object.keys(exercise.starters), ...given];
  return (
    <nav class="bench-files" aria-label={`${words['bench.files']}: ${exercise.title}`}>
      {paths.map((path) => (
        <button
          key={path}
          type="button"
          disabled={!enabled && path !== shown}
          aria-current={path === shown ? 'true' : undefined}
          onClick={() => onShow(path)}
        >
          {path.replace('./', '')}
          {given.includes(path) && <span class="bench-read-only">{words['bench.read-only']}</span>}
        </button>
      ))}
    </nav>
  );
}
