import { expect, it } from 'vitest';
import { withLineFeeds } from './draft-files.ts';

it('ends lines as editors do, whatever computer a file comes from', () => {
  const files = { './a.ts': 'one\r\ntwo\rthree\nfour', './b.ts': '' };
  expect(withLineFeeds(files)).toEqual({ './a.ts': 'one\ntwo\nthree\nfour', './b.ts': '' });
});
