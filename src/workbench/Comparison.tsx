import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import type { Comparison as OpenComparison } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Solution } from './exercise-bundle.ts';

type ComparisonProps = {
  readonly exercise: string;
  readonly solutions: readonly Solution[];
  readonly editor: 'monaco' | 'plain';
  readonly mine: Sources;
  readonly words: WorkbenchMessages;
};

/** The learner's code and a solution, side by side and file by file; neither can be written here. */
export function Comparison({ exercise, solutions, editor, mine, words }: ComparisonProps) {
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(0);
  const solution = solutions[chosen]!;
  const paths = Object.keys(solution.files);
  const [path, setPath] = useState(paths[0]!);
  const [kind, setKind] = useState(editor);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const name = (each: Solution) =>
    each.kind === 'official'
      ? words['help.official']
      : fill(words['help.alternative'], { name: each.name.replaceAll('-', ' ') });
  const file = path.replace('./', '');
  const labels = {
    mine: fill(words['help.mine'], { file }),
    other: fill(words['help.other'], { solution: name(solution), file }),
  };
  const texts = { path, mine: mine[path] ?? '', other: solution.files[path] ?? '' };
  return (
    <div class="comparison" ref={root}>
      <h4 ref={title} tabIndex={-1}>
        {words['help.title']}
      </h4>
      <p>{words[kind === 'monaco' ? 'help.signs' : 'help.columns']}</p>
      {solutions.length > 1 && (
        <Choices
          label={words['help.solutions']}
          options={solutions.map(name)}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {paths.length > 1 && (
        <Choices
          label={words['help.files']}
          options={paths.map((each) => each.replace('./', ''))}
          chosen={paths.indexOf(path)}
          onChoose={(place) => setPath(paths[place]!)}
        />
      )}
      {kind === 'monaco' ? (
        <Difference exercise={exercise} labels={labels} {...texts} onRefused={() => setKind('plain')} />
      ) : (
        <div class="comparison-columns">
          <Column label={labels.mine} text={texts.mine} />
          <Column label={labels.other} text={texts.other} />
        </div>
      )}
    </div>
  );
}

type ChoicesProps = {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
};

/** One of several, by pressed buttons. */
export const Choices = ({ label, options, chosen, onChoose }: ChoicesProps) => (
  <fieldset class="comparison-choices">
    <legend class="sr-only">{label}</legend>
    {options.map((option, place) => (
      <button key={option} type="button" aria-pressed={place === chosen} onClick={() => onChoose(place)}>
        {option}
      </button>
    ))}
  </fieldset>
);

type Labels = { readonly mine: string; readonly other: string };
type DifferenceProps = {
  readonly exercise: string;
  readonly labels: Labels;
  readonly path: string;
  readonly other: string;
  /** Monaco's part that compares could not be loaded. */
  readonly onRefused: () => void;
};

/** Monaco reads the learner's text where the learner writes it, so it is always as in the editor. */
function Difference({ exercise, labels, path, other, onRefused }: DifferenceProps) {
  const host = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<OpenComparison>();
  useEffect(() => {
    let comparison: OpenComparison | undefined;
    let left = false;
    const open = async () => {
      try {
        const { openComparison } = await import('../editor/open-comparison.ts');
        if (left || !host.current) return;
        comparison = openComparison(host.current, { exercise });
        setOpened(comparison);
      } catch {
        onRefused();
      }
    };
    void open();
    return () => {
      left = true;
      comparison?.dispose();
    };
  }, []);
  useEffect(() => opened?.show(path, other, labels), [opened, path, other]);
  return <div class="comparison-difference" ref={host} />;
}

const Column = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <label>
    {label}
    <textarea class="plain-editor" readOnly wrap="off" rows={24} value={text} />
  </label>
);
