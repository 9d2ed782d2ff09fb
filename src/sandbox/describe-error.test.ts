import { expect, it } from 'vitest';
import { describeError, rememberAddress } from './describe-error.ts';

rememberAddress('blob:null/0b5c-41', './user.ts');

it.each([
  [
    'Chromium',
    'RangeError: no\n    at User.pay (past-tense-job/user.ts:12:7)\n    at past-tense-job/user.test.ts:3:1',
  ],
  ['Firefox', 'pay@past-tense-job/user.ts:12:7\n@past-tense-job/user.test.ts:3:1\n'],
  ['WebKit', 'pay@blob:null/0b5c-41:12:7\n@past-tense-job/user.test.ts:3:1\nunknown@blob:null/other:1:1'],
])('finds the frames in the files of the job in a stack of %s', (_, stack) => {
  const error = Object.assign(new RangeError('no'), { stack });
  expect(describeError(error)).toEqual({
    name: 'RangeError',
    message: 'no',
    assertion: false,
    frames: [
      { path: './user.ts', line: 12, column: 7 },
      { path: './user.test.ts', line: 3, column: 1 },
    ],
  });
});

it.each([
  ['a string', 'oh', 'thrown: "oh"'],
  ['nothing', undefined, 'thrown: undefined'],
  ['an object without a message', { code: 7 }, 'thrown: { code: 7 }'],
])('says what was thrown when it is %s', (_, thrown, message) => {
  expect(describeError(thrown)).toEqual({ name: 'Error', message, assertion: false, frames: [] });
});

it('reads a hostile error without running into it', () => {
  const hostile = new Proxy(new Error('x'), {
    get() {
      throw new Error('trap');
    },
  });
  expect(describeError(hostile)).toMatchObject({ name: 'Error', frames: [] });
});
