import { describe, expect, it } from 'vitest';
import { offsetOf, underline } from './places.ts';

const text = ['const 이름 = "🍜";', '\tserve(이름);', '', '}'].join('\n');

describe('a place in a text', () => {
  it.each([
    ['the first character', 1, 1, 'const'],
    ['after Korean letters', 1, 10, '= "'],
    ['after a tab, which is one column', 2, 2, 'serve'],
    ['on an empty line', 3, 1, '\n}'],
    ['on the last line', 4, 1, '}'],
    ['behind the end of a line: its end', 2, 99, '\n\n}'],
    ['behind the end of the text: its end', 9, 3, ''],
  ])('%s', (_, line, column, expected) => {
    expect(text.slice(offsetOf(text, { line, column }))).toMatch(startingWith(expected));
  });

  it('counts an emoji as two, as the compiler’s columns do', () => {
    expect(text[offsetOf(text, { line: 1, column: 15 })]).toBe('"');
  });
});

describe('problems', () => {
  it.each([
    ['underline what they name', [at(1, 7, 2)], ['이름']],
    ['of one text are underlined in its order', [at(2, 2, 5), at(1, 1, 5)], ['const', 'serve']],
    ['that overlap underline nothing twice', [at(1, 1, 8), at(1, 7, 4)], ['const 이름', ' =']],
    ['at the end of a line underline the character before', [at(2, 99, 1)], [';']],
    ['end with their line', [at(2, 12, 50)], [';']],
    ['of an empty line underline nothing', [at(3, 1, 1)], []],
  ])('%s', (_, problems, underlined) => {
    const pieces = underline(text, problems);
    expect(pieces.filter(({ wrong }) => wrong).map((piece) => piece.text)).toEqual(underlined);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

const startingWith = (expected: string) =>
  new RegExp(`^${expected.replace(/[()"}=]/g, String.raw`\$&`)}${expected === '' ? '$' : ''}`);

function at(line: number, column: number, length: number) {
  return { path: './menu.ts', line, column, length, message: 'wrong' };
}
