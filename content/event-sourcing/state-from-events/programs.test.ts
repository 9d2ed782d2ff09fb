import { expect, it } from 'vitest';
import { eveningOfTheComplaint, quietEvening, rowOf } from './bill.program.ts';
import { run } from './two-evenings.program.ts';

it('two evenings: one row for both, and only one of them took a dish off', () => {
  expect(rowOf(eveningOfTheComplaint)).toEqual({ won: 21_000, paid: true });
  expect(rowOf(quietEvening)).toEqual({ won: 21_000, paid: true });
  expect(run()).toBe('rows: same, taken off: 1 and 0');
});
