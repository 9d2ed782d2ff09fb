import type { Problem } from '../compiler/compile-modules.ts';
import type { EditorPlace } from '../editor/editor.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { problemText } from './problem-text.ts';

type ProblemListProps = {
  readonly problems: readonly Problem[];
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: WorkbenchMessages;
};

/** What the compiler refused, each with its line. */
export function ProblemList({ problems, onReveal, words }: ProblemListProps) {
  return (
    <ul class="problems">
      {problems.map((problem, index) => (
        <li key={index}>
          <p>{problemText(problem, words)}</p>
          <pre>{problem.lineText}</pre>
          <PlaceLink place={problem} onReveal={onReveal} words={words} />
        </li>
      ))}
    </ul>
  );
}
