import { step, type Step } from './move-item.ts';

/**
 * Lets an item of a list be dragged to another place: with a mouse or a pen by all of it but its other buttons, with a
 * finger by its `.grip`, since the rest scrolls the page. `moved` is called at the end, if it stands elsewhere then.
 */
export function drag(item: HTMLElement, isFixed: () => boolean, moved: () => void): void {
  item.addEventListener('pointerdown', (down) => {
    const button = (down.target as Element).closest('button');
    const isHold = button ? button.classList.contains('grip') : down.pointerType !== 'touch';
    if (!isHold || isFixed() || !down.isPrimary || down.button !== 0) return;
    follow(item, down, moved);
  });
}

function follow(item: HTMLElement, down: PointerEvent, moved: () => void): void {
  const order = [...item.parentElement!.children];
  const grabbedAt = down.clientY - item.getBoundingClientRect().top;
  const ended = new AbortController();
  item.setPointerCapture(down.pointerId);
  item.dataset['dragged'] = '';

  const move = ({ clientY }: PointerEvent) => {
    while (isPast(item, clientY - grabbedAt, -1)) step(item, -1);
    while (isPast(item, clientY - grabbedAt, 1)) step(item, 1);
    item.style.translate = '';
    item.style.translate = `0 ${clientY - grabbedAt - item.getBoundingClientRect().top}px`;
  };
  const end = () => {
    ended.abort();
    item.style.translate = '';
    delete item.dataset['dragged'];
    if ([...item.parentElement!.children].some((other, place) => other !== order[place])) moved();
  };
  item.addEventListener('pointermove', move, { signal: ended.signal });
  for (const over of ['pointerup', 'pointercancel'] as const)
    item.addEventListener(over, end, { signal: ended.signal });
}

/** Whether an item with its upper edge at `top` has gone past the middle of its neighbour. */
function isPast(item: Element, top: number, by: Step): boolean {
  const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) return false;
  const box = neighbour.getBoundingClientRect();
  const middle = box.top + box.height / 2;
  return by < 0 ? top < middle : top + item.getBoundingClientRect().height > middle;
}
