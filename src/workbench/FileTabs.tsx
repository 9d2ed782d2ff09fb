import type { WorkbenchExercise } from './exercise-bundle.ts';

/** `note` and `changed` are said with the name: that a file is read-only, that it differs from its starter. */
export type FileTab = {
  readonly path: string;
  readonly note?: string | undefined;
  readonly changed?: string | undefined;
};

type FileTabsProps = {
  readonly exercise: WorkbenchExercise;
  readonly tabs: readonly FileTab[];
  readonly shown: string;
  /** None while there is no editor that could show another file. */
  readonly onShow?: ((path: string) => void) | undefined;
  /** What Delete closes, if the tab can be closed. */
  readonly onClose?: ((path: string) => void) | undefined;
  readonly label: string;
};

/** One tab for each file; the arrow keys go from one to the next. */
export function FileTabs({ exercise, tabs, shown, onShow, onClose, label }: FileTabsProps) {
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.key === 'Delete') return onClose?.(shown);
    const at = tabs.findIndex(({ path }) => path === shown);
    const next = tabs[nextIndex(event.key, at, tabs.length)];
    if (!next || !onShow) return;
    event.preventDefault();
    onShow(next.path);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(tabId(exercise, next.path))}`)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs are focused, as ARIA's pattern has it
    <div role="tablist" class="bench-files" aria-label={`${label}: ${exercise.title}`} onKeyDown={onKeyDown}>
      {tabs.map(({ path, note, changed }) => (
        <button
          key={path}
          id={tabId(exercise, path)}
          type="button"
          role="tab"
          aria-selected={path === shown}
          aria-controls={path === shown ? panelId(exercise) : undefined}
          tabIndex={path === shown ? 0 : -1}
          disabled={!onShow && path !== shown}
          onClick={() => onShow?.(path)}
        >
          {path.replace('./', '')}
          {changed !== undefined && (
            <span class="bench-changed" title={changed}>
              <span class="sr-only"> {changed}</span>
            </span>
          )}
          {note !== undefined && <span class="bench-read-only"> {note}</span>}
        </button>
      ))}
    </div>
  );
}

/** The tabs of an exercise as it was given. */
export const tabsOf = ({ starters, given }: WorkbenchExercise, readOnly: string): readonly FileTab[] => [
  ...Object.keys(starters).map((path) => ({ path })),
  ...Object.keys(given).map((path) => ({ path, note: readOnly })),
];

/** The attributes of the element that shows the file. */
export const tabPanel = (exercise: WorkbenchExercise, shown: string) =>
  ({ role: 'tabpanel', id: panelId(exercise), 'aria-labelledby': tabId(exercise, shown) }) as const;

const panelId = ({ id }: WorkbenchExercise): string => `files-${id.replaceAll('/', '-')}`;
const tabId = (exercise: WorkbenchExercise, path: string): string =>
  `${panelId(exercise)}-${path.replace(/^\.\//, '').replaceAll(/[^\w.-]/g, '-')}`;

function nextIndex(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
