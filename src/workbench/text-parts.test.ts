import { expect, it } from 'vitest';
import { differingPart, spelled } from './text-parts.ts';

it('finds the part in which two texts differ', () => {
  expect(differingPart('noodles for 9,000 won', 'noodles for 8,000 won')).toEqual({
    before: 'noodles for ',
    expected: '9',
    actual: '8',
    after: ',000 won',
  });
});

it('finds none in texts that have nothing in common', () => {
  expect(differingPart('mina', 'fistkim101')).toBeUndefined();
});

it('leaves out what is far from the difference', () => {
  const found = differingPart(
    `${'a'.repeat(500)}1${'b'.repeat(500)}`,
    `${'a'.repeat(500)}2${'b'.repeat(500)}`,
  );
  expect(found).toEqual({
    before: `…${'a'.repeat(40)}`,
    expected: '1',
    actual: '2',
    after: `${'b'.repeat(40)}…`,
  });
});

it('never cuts a character in two', () => {
  const found = differingPart('lunch 🍜 today', 'lunch 🍛 today');
  expect([found?.expected, found?.actual]).toEqual(['🍜', '🍛']);
  expect(differingPart('lunch 🍜', 'lunch 🍜🍜')).toMatchObject({ expected: '', actual: '🍜' });
});

it('finds nothing that one text has twice', () => {
  expect(differingPart('aaaaa', 'aaaaaaa')).toEqual({
    before: 'aaaaa',
    expected: '',
    actual: 'aa',
    after: '',
  });
});

it('spells out what is not seen and what turns the direction in a part of a string', () => {
  expect(spelled('one\n"two"\u202E')).toBe('one\\n\n\\"two\\"\\u202e');
});
