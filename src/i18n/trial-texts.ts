import type { Locale } from './locale.ts';

/** What the trials of a learner's own tests say (sandbox/run-trial.ts, integrations/trials.ts), by what they say. */
export const trialTexts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  ko: {
    'your test passes for correct code': '올바른 코드에서는 작성한 테스트가 통과한다',
    'There is no test to try out yet': '아직 시험해 볼 테스트가 없습니다.',
    'This code is correct, so your test has to pass': '올바른 코드이므로 작성한 테스트가 통과해야 합니다.',
    'This code is correct, so your test has to pass however often it runs':
      '올바른 코드이므로 작성한 테스트는 몇 번을 실행해도 통과해야 합니다.',
    'A test without an assertion passes whatever the code does':
      '단언문(expect)이 없는 테스트는 코드가 무엇을 하든 통과합니다.',
    'Your test passes for this code too, so it would not notice what is wrong with it':
      '이 코드에서도 테스트가 통과합니다. 코드가 잘못되어도 이 테스트로는 알 수 없습니다.',
  },
};
