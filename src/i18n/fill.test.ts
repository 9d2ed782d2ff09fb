import { expect, it } from 'vitest';
import { fill } from './fill.ts';

it('puts values into their places', () => {
  expect(fill('{file}, line {line}', { file: 'user.ts', line: 3 })).toBe('user.ts, line 3');
});

it('takes a value literally, as a text that anybody may have written', () => {
  expect(fill("'{file}' cannot be imported", { file: "$& $' {file}" })).toBe(
    "'$& $' {file}' cannot be imported",
  );
});
