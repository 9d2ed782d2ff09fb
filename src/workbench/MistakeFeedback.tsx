import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { Heading } from './Heading.tsx';

type MistakeFeedbackProps = {
  readonly mistakes: readonly string[];
  readonly feedback: Readonly<Record<string, string>>;
  readonly words: WorkbenchMessages;
};

/** What the author says about the known mistakes that a run shows. */
export function MistakeFeedback({ mistakes, feedback, words }: MistakeFeedbackProps) {
  return (
    <>
      {mistakes.map((name) => (
        <section key={name} class="mistake" data-mistake={name}>
          <Heading>{words['verdict.known-mistake']}</Heading>
          <div dangerouslySetInnerHTML={{ __html: feedback[name] ?? '' }} />
        </section>
      ))}
    </>
  );
}
