import type { Exercise } from '../../course/exercises.ts';
import { translation } from '../../i18n/translate.ts';
import { sandboxTexts } from '../../i18n/sandbox-texts.ts';
import { trialTexts } from '../../i18n/trial-texts.ts';
import { splitMessage } from '../../sandbox/split-message.ts';
import type { JudgedExercise } from '../judge-exercise.ts';

/** Complaints about names of tests, and what failing tests say, that a Korean reader would read in English. */
export function translationComplaints(
  exercise: Exercise,
  { bundle, starter, mistakes }: JudgedExercise,
): string[] {
  const file = `${exercise.folder}/ko.md`;
  const tests = { ...trialTexts.ko, ...exercise.texts.ko.tests };
  const messages = { ...trialTexts.ko, ...sandboxTexts.ko, ...exercise.texts.ko.messages };
  const verdicts = [starter, ...mistakes.map(({ verdict }) => verdict)];
  const failed = verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? verdict.tests : []));
  const lessons = failed.flatMap(({ errors }) => errors.flatMap((error) => splitMessage(error).lesson ?? []));
  return [
    ...[...bundle.tests, ...bundle.checks.map(({ name }) => name)]
      .filter((name) => translation(name, tests) === undefined)
      .map((name) => `${file}: the test "${name}" has no Korean name. Add it under tests.`),
    ...[...new Set([...lessons, ...bundle.checks.map(({ says }) => says)])]
      .filter((lesson) => translation(lesson, messages) === undefined)
      .map(
        (lesson) => `${file}: what a test says, "${lesson}", is not said in Korean. Add it under messages.`,
      ),
  ];
}
