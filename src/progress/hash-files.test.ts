import { expect, it } from 'vitest';
import { hashFiles } from './hash-files.ts';

it('is the same whatever the order of the files', () => {
  expect(hashFiles({ './a.ts': '1', './b.ts': '2' })).toBe(hashFiles({ './b.ts': '2', './a.ts': '1' }));
});

it('stays as it is, because learners have it in their drafts', () => {
  expect(hashFiles({ './user.ts': 'export class User {}\n' })).toMatchInlineSnapshot(`"16xzqs26w1u"`);
});

it.each([
  ['a text', { './a.ts': '2', './b.ts': '2' }],
  ['a name', { './c.ts': '1', './b.ts': '2' }],
  ['one file more', { './a.ts': '1', './b.ts': '2', './c.ts': '' }],
  ['where one file ends', { './a.ts': '1"],["./b.ts","2', './b.ts': '' }],
])('tells %s apart', (_what, files) => {
  expect(hashFiles(files)).not.toBe(hashFiles({ './a.ts': '1', './b.ts': '2' }));
});
