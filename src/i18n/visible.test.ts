import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it('spells out what is not seen and what turns the direction', () => {
  expect(visible('a\u202Eb\u001B[31mc\u200Bd\ne')).toBe('a\\u202eb\\u001b[31mc\\u200bd\ne');
  expect(visible('\u{E0041}')).toBe('\\u{e0041}');
});
