import type { Messages } from '../i18n/index.ts';
import type { WorkbenchExercise } from './exercise-bundle.ts';

type FileTabsProps = {
  readonly exercise: WorkbenchExercise;
  readonly shown: string;
  /** None while there is no editor that could show another file. */
  readonly onShow?: ((path: string) => void) | undefined;
  readonly words: Pick<Messages, 'bench.files' | 'bench.read-only'>;
};

/** The files of the exercise; given ones say that they can only be read. */
export function FileTabs({ exercise, shown, onShow, words }: FileTabsProps) {
  const given = Object.keys(exercise.given);
  const paths = [...Object.keys(exercise.starters), ...given];
  return (
    <nav class="bench-files" aria-label={`${words['bench.files']}: ${exercise.title}`}>
      {paths.map((path) => (
        <button
          key={path}
          type="button"
          disabled={!onShow && path !== shown}
          aria-current={path === shown ? 'true' : undefined}
          onClick={() => onShow?.(path)}
        >
          {path.replace('./', '')}
          {given.includes(path) && <span class="bench-read-only">{words['bench.read-only']}</span>}
        </button>
      ))}
    </nav>
  );
}
