/** Readers of values that came out of the sandbox; what has another shape becomes an empty one. */

export const cutText = (value: unknown, characters: number): string =>
  typeof value === 'string' ? value.slice(0, characters) : '';

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
