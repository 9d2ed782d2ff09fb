import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import type { Comparison as OpenComparison } from '../editor/editor.ts';

type FileComparisonProps = {
  readonly exercise: string;
  readonly editor: 'monaco' | 'plain';
  /** The learner's files. */
  readonly mine: Sources;
  readonly other: Sources;
  /** Distinguishes several comparisons of one exercise. */
  readonly against: 'solution' | 'draft' | 'proposal';
  /** How the two are called, for each file. */
  readonly labels: (file: string) => Labels;
  /** How a file is called among the files to choose from; its name, if this is not given. */
  readonly nameOf?: (file: string, isSame: boolean) => string;
  /** What a screen reader calls the choice of a file. */
  readonly filesLabel: string;
  readonly words: { readonly signs: string; readonly columns: string };
};

/** The learner's code beside other code, file by file; neither can be written here. */
export function FileComparison(props: FileComparisonProps) {
  const { exercise, editor, mine, other, against, labels, nameOf, filesLabel, words } = props;
  const paths = Object.keys(other);
  const [chosen, setPath] = useState(() => paths.find((each) => other[each] !== mine[each]) ?? paths[0]!);
  const path = paths.includes(chosen) ? chosen : paths[0]!;
  const [kind, setKind] = useState(editor);
  const named = labels(path.replace('./', ''));
  // Monaco shows the learner's text where it is written; a file that the exercise no longer has is nowhere.
  const isWritten = path in mine;
  return (
    <>
      <p>{words[kind === 'monaco' && isWritten ? 'signs' : 'columns']}</p>
      {paths.length > 1 && (
        <Choices
          label={filesLabel}
          options={paths.map((each) => {
            const file = each.replace('./', '');
            return nameOf?.(file, other[each] === mine[each]) ?? file;
          })}
          chosen={paths.indexOf(path)}
          onChoose={(place) => setPath(paths[place]!)}
        />
      )}
      {kind === 'monaco' && isWritten ? (
        <Difference
          exercise={exercise}
          against={against}
          labels={named}
          path={path}
          other={other[path]!}
          onRefused={() => setKind('plain')}
        />
      ) : (
        <div class="comparison-columns">
          <Column label={named.mine} text={mine[path] ?? ''} />
          <Column label={named.other} text={other[path]!} />
        </div>
      )}
    </>
  );
}

type ChoicesProps = {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
};

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
  readonly against: 'solution' | 'draft' | 'proposal';
  readonly labels: Labels;
  readonly path: string;
  readonly other: string;
  /** Monaco's part that compares could not be loaded. */
  readonly onRefused: () => void;
};

/** Monaco reads the learner's text where the learner writes it, so it is always as in the editor. */
function Difference({ exercise, against, labels, path, other, onRefused }: DifferenceProps) {
  const host = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<OpenComparison>();
  useEffect(() => {
    let comparison: OpenComparison | undefined;
    let left = false;
    const open = async () => {
      try {
        const { openComparison } = await import('../editor/open-comparison.ts');
        if (left || !host.current) return;
        comparison = openComparison(host.current, { exercise, against });
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
