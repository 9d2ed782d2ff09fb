/**
 * `read`, which a build calls once for the same arguments: a thousand pages ask for the same. `astro dev` reads anew, so
 * that pages follow the author's edits, and so do checks and tests.
 */
export function oncePerBuild<Arguments extends readonly string[], Found>(
  read: (...given: Arguments) => Found,
): (...given: Arguments) => Found {
  const known = new Map<string, Found>();
  return (...given) => {
    // Set by Astro before it reads its configuration.
    if (process.env['NODE_ENV'] !== 'production') return read(...given);
    const key = given.join('\n');
    if (!known.has(key)) known.set(key, read(...given));
    return known.get(key)!;
  };
}
