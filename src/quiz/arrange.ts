import { drag } from './drag.ts';
import { moveTo, placeOf, step, type Step } from './move-item.ts';

/** What became of an item: `moved` by one place or more, `grabbed` by the keyboard, then `dropped`, or `restored` to where it was. */
export type Arranged = 'moved' | 'grabbed' | 'dropped' | 'restored';

/**
 * Lets the learner arrange the items of a list: by the buttons `.up` and `.down` in each, by its button `.grip` and the
 * arrow keys, by dragging. `tell` hears what was done; nothing can be done while `isFixed`.
 */
export function arrange(
  list: HTMLElement,
  isFixed: () => boolean,
  tell: (what: Arranged, item: HTMLElement) => void,
): void {
  for (const item of list.children as HTMLCollectionOf<HTMLElement>) {
    const press = (button: string, by: Step) =>
      item.querySelector(button)!.addEventListener('click', () => step(item, by) && tell('moved', item));
    press('.up', -1);
    press('.down', 1);
    grabByKeys(item, tell);
    drag(item, isFixed, () => tell('moved', item));
  }
}

/** Space or Enter grabs the item, arrows, Home and End move it, Space or Enter drops it, Escape puts it back. */
function grabByKeys(item: HTMLElement, tell: (what: Arranged, item: HTMLElement) => void): void {
  const grip = item.querySelector<HTMLButtonElement>('.grip')!;
  let from: number | undefined;
  const grab = (place: number | undefined) => {
    from = place;
    grip.ariaPressed = String(place !== undefined);
  };
  grip.addEventListener('click', ({ detail }) => {
    // A press of mouse or finger was the beginning of a drag.
    if (detail > 0) return;
    const wasGrabbed = from !== undefined;
    grab(wasGrabbed ? undefined : placeOf(item));
    tell(wasGrabbed ? 'dropped' : 'grabbed', item);
  });
  grip.addEventListener('blur', () => grab(undefined));
  grip.addEventListener('keydown', (event) => {
    if (from === undefined) return;
    const place = placeAfter(event.key, placeOf(item), item.parentElement!.children.length);
    if (place === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (place !== undefined) {
      if (moveTo(item, place)) tell('moved', item);
      return;
    }
    moveTo(item, from);
    grab(undefined);
    tell('restored', item);
  });
}

function placeAfter(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, place - 1);
    case 'ArrowDown':
      return Math.min(count - 1, place + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
