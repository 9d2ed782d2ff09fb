import { expect, it } from 'vitest';
import { translate } from './translate.ts';

const translations = {
  'refuses a short password': '짧은 비밀번호를 거부한다',
  'refuses %s after %i tries': '%s을(를) %i번 만에 거부한다',
  'pays $amount (won)': '$amount원을 낸다',
  'prints %p': '%p 출력',
  '%s: nothing happened': '%s. 일어난 일이 없습니다',
  'The password was wrong': '비밀번호가 틀렸습니다',
};

it.each([
  ['refuses a short password', '짧은 비밀번호를 거부한다'],
  ['refuses abc after 3 tries', 'abc을(를) 3번 만에 거부한다'],
  ['prints { a: 1 }', '{ a: 1 } 출력'],
  ['pays 1,000 (won)', '1,000원을 낸다'],
  ['The password was wrong: nothing happened', '비밀번호가 틀렸습니다. 일어난 일이 없습니다'],
  ['is not translated', 'is not translated'],
  ['toString', 'toString'],
])('"%s" reads "%s"', (text, translated) => {
  expect(translate(text, translations)).toBe(translated);
});
