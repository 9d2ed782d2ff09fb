import { expect, it } from 'vitest';
import { csvFile, csvOf } from './csv.ts';

it('quotes words and leaves numbers', () => {
  expect(
    csvOf([
      ['Kim "Mina", 3', 12],
      ['', 0],
    ]),
  ).toBe('"Kim ""Mina"", 3",12\r\n"",0\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '＠x', '\tx'])(
  'makes no formula of %j',
  (text) => {
    expect(csvOf([[text]])).toBe(`"'${text}"\r\n`);
  },
);

it('begins with a byte order mark', async () => {
  expect([...new Uint8Array(await csvFile([['가']]).arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
