import { useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { WorkbenchExercise } from './exercise-bundle.ts';
import type { Rejection } from './rejection.ts';
import { jsonFile, saveFile } from '../progress/save-file.ts';
import type { Verdict } from './verdict.ts';

type RejectionReportProps = {
  readonly exercise: WorkbenchExercise;
  readonly verdict: Verdict;
  /** What was judged. */
  readonly files: Sources;
  readonly locale: string;
  readonly words: WorkbenchMessages;
};

/** Only what judged the code can be wrong about it. */
export const isRejection = ({ kind }: Verdict): boolean =>
  kind === 'failed' || kind === 'crashed' || kind === 'timed-out';

/** For who thinks that the tests are wrong: a file with all that an author needs to look into it. Sends nothing. */
export function RejectionReport({ exercise, verdict, files, locale, words }: RejectionReportProps) {
  const [saved, setSaved] = useState<string>();
  const save = () => {
    const savedAt = new Date().toISOString();
    const name = `past-tense-report-${exercise.id.replaceAll('/', '-')}-${savedAt.slice(0, 10)}.json`;
    const rejection: Rejection = {
      format: 'past-tense-rejection',
      version: 1,
      savedAt,
      exercise: exercise.id,
      versions: exercise.versions,
      locale,
      browser: navigator.userAgent,
      files,
      verdict,
    };
    saveFile(name, jsonFile(`${JSON.stringify(rejection, undefined, 2)}\n`));
    setSaved(name);
  };
  return (
    <details class="rejected">
      <summary>{words['rejected.ask']}</summary>
      <p>{words['rejected.text']}</p>
      <button type="button" onClick={save}>
        {words['rejected.save']}
      </button>
      <output>{saved !== undefined && fill(words['rejected.saved'], { file: saved })}</output>
    </details>
  );
}
