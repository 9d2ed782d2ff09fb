/**
 * A text with every character that is not seen, or that changes the direction of what follows, spelled out:
 * `\u202e`, `\u001b`. Line breaks and tabs stay.
 */
export const visible = (text: string): string =>
  text.replaceAll(unseen, (character) => {
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });

/** Control and format characters, and the two separators that break a line. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
