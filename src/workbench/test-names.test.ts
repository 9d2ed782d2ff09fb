import { expect, it } from 'vitest';
import { translateTestName } from './test-names.ts';

const translations = {
  'refuses a short password': '짧은 비밀번호를 거부한다',
  'refuses %s after %i tries': '%s을(를) %i번 만에 거부한다',
  'pays $amount (won)': '$amount원을 낸다',
};

it.each([
  ['refuses a short password', '짧은 비밀번호를 거부한다'],
  ['refuses abc after 3 tries', 'abc을(를) 3번 만에 거부한다'],
  ['pays 1,000 (won)', '1,000원을 낸다'],
  ['is not translated', 'is not translated'],
  ['toString', 'toString'],
])('"%s" reads "%s"', (name, translated) => {
  expect(translateTestName(name, translations)).toBe(translated);
});
