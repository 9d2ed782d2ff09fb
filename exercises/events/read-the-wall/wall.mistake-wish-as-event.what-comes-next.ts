import type { NoteNumber, Reading, Wall } from './notes.ts';

const then = (kind: Exclude<Reading['kind'], 'event'>, ...next: NoteNumber[]): Reading => ({ kind, next });
const event = (type: string, ...next: NoteNumber[]): Reading => ({ kind: 'event', type, next });

/** Whatever a policy brings about is taken for an event. */
export const wall: Wall = {
  4: then('command', 9),
  9: event('PasswordWasChanged', 12),
  12: then('policy', 1),
  1: event('TextMessageDue', 6),
  6: then('system'),

  8: then('command', 13),
  13: event('PriceOfProductWasChanged', 5),
  5: then('policy', 14),
  14: event('MenuHiding', 2),
  2: event('MenuHidden', 10),
  10: then('read-model', 11),
  11: then('command', 3),
  3: then('constraint', 7),
  7: event('PriceOfMenuWasChanged'),
};
