import type { Wall } from './notes.ts';

export const wall: Wall = {
  1: { kind: 'command', next: [6] },
  2: { kind: 'event', type: 'MenuHidden', next: [10] },
  3: { kind: 'constraint', next: [7] },
  4: { kind: 'command', next: [9, 1] },
  5: { kind: 'policy', next: [] },
  6: { kind: 'system', next: [] },
  7: { kind: 'event', type: 'MenuPriceChanged', next: [] },
  8: { kind: 'command', next: [13, 14] },
  9: { kind: 'event', type: 'PasswordChanged', next: [] },
  10: { kind: 'read-model', next: [11] },
  11: { kind: 'command', next: [3] },
  12: { kind: 'policy', next: [] },
  13: { kind: 'event', type: 'ProductPriceChanged', next: [] },
  14: { kind: 'command', next: [2] },
};
