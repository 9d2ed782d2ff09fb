/** Where two texts part and where they meet again. */
export type TextParts = {
  readonly before: string;
  readonly expected: string;
  readonly actual: string;
  readonly after: string;
};

/** How much of what is the same is shown on each side of a difference. */
const around = 40;

/** The part in which two texts differ, with what stands around it; nothing if they have hardly anything in common. */
export function differingPart(expected: string, actual: string): TextParts | undefined {
  const shortest = Math.min(expected.length, actual.length);
  let start = 0;
  while (start < shortest && expected[start] === actual[start]) start += 1;
  if (isLowSurrogate(expected, start) || isLowSurrogate(actual, start)) start -= 1;
  let end = 0;
  while (end < shortest - start && expected.at(-1 - end) === actual.at(-1 - end)) end += 1;
  if (isLowSurrogate(expected, expected.length - end) || isLowSurrogate(actual, actual.length - end))
    end -= 1;
  if (start + end < 4) return undefined;

  const after = expected.slice(expected.length - end);
  return {
    before: start > around ? `…${expected.slice(start - around, start)}` : expected.slice(0, start),
    expected: expected.slice(start, expected.length - end),
    actual: actual.slice(start, actual.length - end),
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  };
}

const isLowSurrogate = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

/**
 * A text with every character that is not seen, or that changes the direction of what follows, spelled out:
 * `\u202e`, `\u001b`. A line still begins where one does.
 */
export const visible = (text: string): string =>
  text.replaceAll(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

// oxlint-disable-next-line no-control-regex -- these are what it looks for
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A part of a string as source code spells it, a line break also as one. */
export const spelled = (text: string): string =>
  visible(JSON.stringify(text).slice(1, -1).replaceAll('\\n', '\\n\n'));
