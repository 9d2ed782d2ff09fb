/**
 * Puts values into the places of a text: `fill('note {id}', { id: '7' })`. A value is put there as it is, whatever
 * it holds; a place without a value becomes empty.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  // A function: in a replacement that is a text, `$&` and the like would have a meaning.
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
