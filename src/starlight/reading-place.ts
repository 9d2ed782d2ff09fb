/** The height of something on the page, from the top of the window, in pixels. */
type Landmark = { readonly exercise?: string; readonly top: number };

/**
 * Where a reader is in a lesson, so that the same place is found in the other language. Headings correspond by their
 * order behind an exercise, exercises by their ids:
 *
 *     { "exercise": "exercise-events-dispatcher", "headings": 2, "share": 0.4 }
 *
 * is two headings after the beginning of that exercise, and two fifths of the way to what comes next.
 */
export type ReadingPlace = {
  readonly exercise?: string;
  readonly headings: number;
  readonly share: number;
};

/** The place that stands at `line`. Landmarks are in the order of the page; `end` is where its text ends. */
export function placeAt(line: number, landmarks: readonly Landmark[], end: number): ReadingPlace | undefined {
  const index = landmarks.findLastIndex(({ top }) => top <= line);
  if (index < 0) return undefined;
  const { top } = landmarks[index]!;
  const next = landmarks[index + 1]?.top ?? end;
  const begin = landmarks.findLastIndex(({ exercise }, at) => at <= index && exercise !== undefined);
  const exercise = landmarks[begin]?.exercise;
  return {
    ...(exercise === undefined ? {} : { exercise }),
    headings: index - begin,
    share: next > top ? Math.min(1, (line - top) / (next - top)) : 0,
  };
}

/** Where that place is here; nothing if the exercise is not on the page. */
export function findPlace(
  { exercise, headings, share }: ReadingPlace,
  landmarks: readonly Landmark[],
  end: number,
): number | undefined {
  const begin = landmarks.findIndex((landmark) => landmark.exercise === exercise);
  if (exercise !== undefined && begin < 0) return undefined;
  const index = Math.min((exercise === undefined ? -1 : begin) + headings, landmarks.length - 1);
  const landmark = landmarks[index];
  if (!landmark) return undefined;
  const next = landmarks[index + 1]?.top ?? end;
  return landmark.top + share * (next - landmark.top);
}

/** Reads a place that was stored. */
export function readPlace(stored: unknown): ReadingPlace | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { exercise, headings, share } = stored as Readonly<Record<string, unknown>>;
  if (!Number.isInteger(headings) || typeof share !== 'number' || !(share >= 0 && share <= 1))
    return undefined;
  return {
    ...(typeof exercise === 'string' ? { exercise } : {}),
    headings: headings as number,
    share,
  };
}
