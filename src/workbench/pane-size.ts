/** A part of the page whose size the learner chooses. */
export type Pane = {
  /** The custom property that holds the size, on the root element. */
  readonly property: `--${string}`;
  /** `%` of what the separator stands in. */
  readonly unit: '%' | 'px';
  /** The separator's own direction: a vertical one stands between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly least: number;
  readonly most: number;
  /** By how much an arrow key changes it. */
  readonly step: number;
  /** The resized element, a sibling of the separator. */
  readonly element: string;
};

export const panes = {
  /** On an exercise's own page: the task, beside the workbench. */
  taskShare: {
    property: '--task-share',
    unit: '%',
    orientation: 'vertical',
    least: 20,
    most: 65,
    step: 2,
    element: '.exercise-text',
  },
  /** There: the editor, above the verdict. */
  editorShare: {
    property: '--editor-share',
    unit: '%',
    orientation: 'horizontal',
    least: 20,
    most: 80,
    step: 2,
    element: '.bench-editor',
  },
  /** The editor where the page can grow: in a lesson, and on a narrow window. */
  editorHeight: {
    property: '--editor-height',
    unit: 'px',
    orientation: 'horizontal',
    least: 160,
    most: 1200,
    step: 24,
    element: '.bench-editor',
  },
} as const satisfies Record<string, Pane>;

export type PaneName = keyof typeof panes;

export function fitSize({ least, most }: Pane, size: number): number {
  return Math.round(Math.min(most, Math.max(least, size)));
}

/** The size after a press of the key; nothing for a key that does not resize. */
export function sizeAfterKey(pane: Pane, size: number, key: string): number | undefined {
  const [less, more] =
    pane.orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  switch (key) {
    case less:
      return fitSize(pane, size - pane.step);
    case more:
      return fitSize(pane, size + pane.step);
    case 'Home':
      return pane.least;
    case 'End':
      return pane.most;
    default:
      return undefined;
  }
}
