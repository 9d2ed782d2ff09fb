import { expect, it } from 'vitest';
import { run as firstOfApril } from './first-of-april.program.ts';
import { run as nightlyBatch } from './nightly-batch.program.ts';

it('around the end of March: ten past midnight in Seoul is still March in UTC', () => {
  expect(firstOfApril()).toBe('UTC: 1 in April, Seoul: 2 in April');
});

it('the batch puts a late bill on the day on which it was stored', () => {
  expect(nightlyBatch()).toBe('batch: 20000 + 9000, view: 25000 + 4000');
});
