import type { Wall } from './notes.ts';

export const wall: Wall = {
  1: { kind: 'command', next: [12] },
  2: { kind: 'event', type: 'MenuHidden', next: [14] },
  3: { kind: 'constraint', next: [11] },
  4: { kind: 'command', next: [] },
  5: { kind: 'policy', next: [13] },
  6: { kind: 'system', next: [1] },
  7: { kind: 'event', type: 'MenuPriceChanged', next: [3] },
  8: { kind: 'command', next: [] },
  9: { kind: 'event', type: 'PasswordChanged', next: [4] },
  10: { kind: 'read-model', next: [2] },
  11: { kind: 'command', next: [10] },
  12: { kind: 'policy', next: [9] },
  13: { kind: 'event', type: 'ProductPriceChanged', next: [8] },
  14: { kind: 'command', next: [5] },
};
