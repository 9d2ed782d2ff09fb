/** Readers of values that came out of the sandbox; what has another shape becomes an empty one. */

export const cutText = (value: unknown, characters: number): string =>
  typeof value === 'string' ? value.slice(0, characters) : '';

/** The first elements. Read one by one: a list from outside may have a property `slice` or `constructor`. */
export const list = (value: unknown, most: number): unknown[] =>
  Array.isArray(value)
    ? Array.from({ length: Math.min(value.length, most) }, (_, index): unknown => value[index])
    : [];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
