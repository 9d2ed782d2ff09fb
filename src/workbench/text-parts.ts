import { visible } from '../i18n/visible.ts';

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

/** A part of a string as source code spells it, a line break also as one. */
export const spelled = (text: string): string =>
  visible(
    text
      .split('\n')
      .map((line) => JSON.stringify(line).slice(1, -1))
      .join('\\n\n'),
  );
