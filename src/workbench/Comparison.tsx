import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { sameFiles } from './draft-files.ts';
import type { Solution } from './exercise-bundle.ts';
import { Choices, FileComparison } from './FileComparison.tsx';
import { Heading } from './Heading.tsx';

type ComparisonProps = {
  readonly exercise: string;
  readonly solutions: readonly Solution[];
  readonly editor: 'monaco' | 'plain';
  readonly mine: Sources;
  /** Puts the solution into the editor. */
  readonly onStart: (solution: Sources) => void;
  readonly words: WorkbenchMessages;
};

/** The learner's code and a solution, side by side and file by file; neither can be written here. */
export function Comparison({ exercise, solutions, editor, mine, onStart, words }: ComparisonProps) {
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(0);
  const [isStarted, setStarted] = useState(false);
  const solution = solutions[chosen]!;
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const name = (each: Solution) =>
    each.kind === 'official'
      ? words['help.official']
      : fill(words['help.alternative'], { name: each.name.replaceAll('-', ' ') });
  const start = () => {
    onStart(solution.files);
    setStarted(true);
  };
  const isInEditor = sameFiles(mine, solution.files);
  return (
    <div class="comparison" ref={root}>
      <Heading focus={title}>{words['help.title']}</Heading>
      {solutions.length > 1 && (
        <Choices
          label={words['help.solutions']}
          options={solutions.map(name)}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <FileComparison
        exercise={exercise}
        editor={editor}
        mine={mine}
        other={solution.files}
        against="solution"
        labels={(file) => ({
          mine: fill(words['help.mine'], { file }),
          other: fill(words['help.other'], { solution: name(solution), file }),
        })}
        filesLabel={words['help.files']}
        words={{ signs: words['help.signs'], columns: words['help.columns'] }}
      />
      <div class="comparison-start">
        <button type="button" onClick={start} aria-disabled={isInEditor}>
          {words['help.start']}
        </button>
        <output>{isStarted && isInEditor && words['help.started']}</output>
      </div>
    </div>
  );
}
