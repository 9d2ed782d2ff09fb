import { expect, it } from 'vitest';
import { chooseEditor } from './choose-editor.ts';

it.each([
  ['a mouse and a wide window', undefined, { touchOnly: false, width: 1280 }, 'full'],
  ['a window at 200 % zoom', undefined, { touchOnly: false, width: 640 }, 'full'],
  ['a narrow window', undefined, { touchOnly: false, width: 639 }, 'plain'],
  ['a tablet, however wide', undefined, { touchOnly: true, width: 1280 }, 'plain'],
  ['the plain one is preferred', 'plain', { touchOnly: false, width: 1280 }, 'plain'],
  ['the full one is preferred on a phone', 'full', { touchOnly: true, width: 390 }, 'full'],
] as const)('%s', (_, editor, screen, expected) => {
  expect(chooseEditor({ editor }, screen)).toBe(expected);
});
