import type { Wall } from './notes.ts';

export const wall: Wall = {
  1: { kind: 'command', next: [6] },
  2: { kind: 'event', type: 'MenuHidden', next: [10] },
  3: { kind: 'event', type: 'MenuPriceLimited', next: [7] },
  4: { kind: 'command', next: [9] },
  5: { kind: 'policy', next: [14] },
  6: { kind: 'system', next: [] },
  7: { kind: 'event', type: 'MenuPriceChanged', next: [] },
  8: { kind: 'command', next: [13] },
  9: { kind: 'event', type: 'PasswordChanged', next: [12] },
  10: { kind: 'read-model', next: [11] },
  11: { kind: 'command', next: [3] },
  12: { kind: 'policy', next: [1] },
  13: { kind: 'event', type: 'ProductPriceChanged', next: [5] },
  14: { kind: 'command', next: [2] },
};
