/** What was found, or an error: spares each service the question. */
export function existing<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('There is no such user.');
  return found;
}
