import { expect, it } from 'vitest';
import type { Card } from '../sandbox/case.ts';
import { describeValue } from '../sandbox/describe-value.ts';
import { casePairs } from './case-pairs.ts';

const event = (type: string, data: object): Card => ({ kind: 'message', type, fields: describeValue(data) });
const nameOf = (card: Card) => (card.kind === 'message' ? card.type : card.text.en);

/** `Priced = Priced`, `Priced ≠ Priced (won)`, `− Priced`, `+ Priced`. */
const pairs = (then: readonly Card[], yours: readonly Card[]) =>
  casePairs(then, yours).map((pair) => {
    if (pair.kind === 'missing') return `− ${nameOf(pair.expected)}`;
    if (pair.kind === 'extra') return `+ ${nameOf(pair.actual)}`;
    const fields = pair.differing.size === 0 ? '' : ` (${[...pair.differing].join(', ')})`;
    return `${nameOf(pair.expected)} ${pair.isOther ? '≠' : '='} ${nameOf(pair.actual)}${fields}`;
  });

const priced = (won: number) => event('Priced', { id: 'rice', won });
const hidden = event('Hidden', { id: 'rice' });

it.each<[string, Card[], Card[], string[]]>([
  ['what should have happened', [priced(1)], [priced(1)], ['Priced = Priced']],
  ['another field', [priced(1)], [priced(2)], ['Priced ≠ Priced (won)']],
  ['a field too many', [event('Priced', { id: 'rice' })], [priced(2)], ['Priced ≠ Priced (won)']],
  ['an event that nobody expected', [], [hidden], ['+ Hidden']],
  ['an event that is missing', [priced(1), hidden], [hidden], ['− Priced', 'Hidden = Hidden']],
  ['an event told twice', [hidden], [hidden, hidden], ['Hidden = Hidden', '+ Hidden']],
  [
    'events of one type before equal fields',
    [priced(1), hidden],
    [priced(9), hidden],
    ['Priced ≠ Priced (won)', 'Hidden = Hidden'],
  ],
  ['another type instead', [hidden], [event('Shown', { id: 'rice' })], ['Hidden ≠ Shown']],
])('puts %s beside what was expected', (_, then, yours, result) => {
  expect(pairs(then, yours)).toEqual(result);
});
