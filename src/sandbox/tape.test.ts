import { describe, expect, it } from 'vitest';
import { readTape, tapeLimits } from './tape.ts';

const leaf = { kind: 'leaf', text: '1' };
const event = { type: 'Paid', data: leaf };
const step = { kind: 'state', state: 0 };
const tape = {
  version: 1,
  stream: 'bill-7',
  events: [event],
  offers: [event],
  states: [leaf],
  steps: [step, step],
};

it.each([
  ['no object', 'tape'],
  ['null', null],
  ['another version', { ...tape, version: 2 }],
  ['one without events', { ...tape, events: [] }],
  ['one whose first step cannot be read', { ...tape, steps: [{ kind: 'state', state: 1 }, step] }],
])('reads no tape of %s', (_, received) => {
  expect(readTape(received)).toBeUndefined();
});

describe('out of the sandbox', () => {
  it('drops what the types do not name', () => {
    const read = readTape({ ...tape, html: '<b>', steps: [{ ...step, html: '<b>' }], futures: 'later' });
    expect(read).toEqual({ ...tape, counts: 'revisions', steps: [step], futures: [] });
  });

  it('keeps no step that names a state that is not there, and none behind it', () => {
    const read = readTape({ ...tape, steps: [step, { kind: 'state', state: 7 }, step] });
    expect(read?.steps).toEqual([step]);
  });

  it('drops futures of places and offers that are not there', () => {
    const futures = [{ at: 2, offer: 0, steps: [step] }, { at: 0, offer: 1, steps: [step] }, null, 'future'];
    expect(
      readTape({ ...tape, futures: [...futures, { at: 1, offer: 0, steps: [step, step] }] })?.futures,
    ).toEqual([{ at: 1, offer: 0, steps: [step] }]);
  });

  it('cuts lists, texts and trees that are too long', () => {
    const many = <T>(one: T) => Array.from({ length: 5_000 }, () => one);
    const large = { kind: 'string', text: 'x'.repeat(5_000) };
    const read = readTape({
      ...tape,
      events: many({ type: 'T'.repeat(5_000), data: leaf }),
      offers: many(event),
      states: many(large),
      steps: many({ kind: 'threw', error: 'e'.repeat(5_000) }),
    });
    expect(read?.events).toHaveLength(tapeLimits.events);
    expect(read?.events[0]?.type).toHaveLength(tapeLimits.textCharacters);
    expect(read?.offers).toHaveLength(tapeLimits.offers);
    expect(read?.steps).toHaveLength(tapeLimits.events + 1);
    expect(read?.steps[0]).toEqual({ kind: 'threw', error: 'e'.repeat(tapeLimits.textCharacters) });
    const characters = read?.states.reduce(
      (sum, tree) => sum + (tree.kind === 'string' ? tree.text.length : 1),
      0,
    );
    expect(characters).toBeLessThan(3 * tapeLimits.characters);
  });
});
