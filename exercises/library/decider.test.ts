import { expect, it } from 'vitest';
import { fold, type DomainEvent } from './index.ts';

type LineAdded = DomainEvent<'LineAdded', { won: number }>;

const added = (won: number): LineAdded => ({
  type: 'LineAdded',
  data: { won },
  eventId: `added-${won}`,
  occurredAt: 0,
});
const events = [added(1), added(2), added(3)];
const evolve = (lines: string, { data }: LineAdded): string => `${lines}${data.won}`;

it('folds events in their order, and none into the state it began with', () => {
  expect(fold(evolve, '', events)).toBe('123');
  expect(fold(evolve, '0', [])).toBe('0');
});

it.each([0, 1, 2, 3])('goes on from a fold of the first %i events as if it had begun there', (cut) => {
  expect(fold(evolve, fold(evolve, '', events.slice(0, cut)), events.slice(cut))).toBe('123');
});

it('hands over the state and the event, and nothing else', () => {
  expect(fold((_: unknown, ...rest: unknown[]) => rest, undefined as unknown, [added(1)])).toEqual([
    added(1),
  ]);
});
