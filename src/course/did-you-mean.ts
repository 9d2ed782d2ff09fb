/** `Did you mean <nearest>?` when one of the known names is close to what was written, else the fallback. */
export function didYouMean(written: string, known: readonly string[], fallback: string): string {
  const nearest = known
    .map((name) => ({ name, distance: distanceBetween(written, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return nearest ? `Did you mean ${nearest.name}?` : fallback;
}

/** Levenshtein's distance; a name that only continues the other one counts as near. */
function distanceBetween(a: string, b: string): number {
  if (a.length > 2 && (b.startsWith(a) || a.startsWith(b))) return Math.min(2, Math.abs(a.length - b.length));
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
