export type Step = -1 | 1;

/** Moves an item past its neighbour; false if there is none. */
export function step(item: Element, by: Step): boolean {
  const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) return false;
  // The neighbour is the one to leave its place in the document: focus and held pointer stay on the item.
  if (by < 0) item.after(neighbour);
  else item.before(neighbour);
  return true;
}

export const placeOf = (item: Element): number => [...item.parentElement!.children].indexOf(item);

/** Moves an item to a place among its neighbours, from 0; false if it is there. */
export function moveTo(item: Element, place: number): boolean {
  const from = placeOf(item);
  while (placeOf(item) !== place) step(item, placeOf(item) > place ? -1 : 1);
  return place !== from;
}
