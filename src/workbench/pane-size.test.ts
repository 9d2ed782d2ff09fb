import { expect, it } from 'vitest';
import { fitSize, panes, sizeAfterKey } from './pane-size.ts';

const { taskShare, editorHeight } = panes;

it.each([
  [taskShare, 40, 'ArrowRight', 42],
  [taskShare, 40, 'ArrowLeft', 38],
  [taskShare, 40.4, 'ArrowLeft', 38],
  [taskShare, 21, 'ArrowLeft', 20],
  [taskShare, 40, 'Home', 20],
  [taskShare, 40, 'End', 65],
  [editorHeight, 400, 'ArrowDown', 424],
  [editorHeight, 400, 'ArrowUp', 376],
  [editorHeight, 1190, 'ArrowDown', 1200],
])('%o at %d: %s makes it %d', (pane, size, key, after) => {
  expect(sizeAfterKey(pane, size, key)).toBe(after);
});

it.each([
  [taskShare, 'ArrowUp'],
  [taskShare, 'ArrowDown'],
  [editorHeight, 'ArrowLeft'],
  [taskShare, 'Tab'],
  [taskShare, 'a'],
])('%o: %s is left to the page', (pane, key) => {
  expect(sizeAfterKey(pane, 40, key)).toBeUndefined();
});

it('a size stays within its limits', () => {
  expect([-5, 33.4, 900].map((size) => fitSize(taskShare, size))).toEqual([20, 33, 65]);
});
