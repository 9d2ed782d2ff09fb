import type { Locale } from './locale.ts';

/** What the sandbox itself says as an error's message (sandbox/lock-built-ins.ts), by what it says. */
export const sandboxTexts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  ko: {
    'Built-in objects and given classes are locked here, so %s cannot be changed. Write a function of your own instead.':
      '여기서는 내장 객체와 주어진 클래스가 잠겨 있어 바꿀 수 없습니다(%s). 대신 함수를 직접 작성하세요.',
  },
};
