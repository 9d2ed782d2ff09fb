/** Texts of files by path (`./user.ts`). */
export type Sources = Readonly<Record<string, string>>;

/** What an exercise is to those who send it code: its id, and its files by path. */
export type Recipient = {
  readonly exercise: string;
  readonly editable: readonly string[];
  readonly given: readonly string[];
};

/** Code from elsewhere, read and found fit to be shown; or why it is not. `files` are editable ones, at least one. */
export type Proposal =
  | { readonly kind: 'proposed'; readonly files: Sources }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export type Refusal =
  /** More than the page reads. */
  | { readonly kind: 'too-large' }
  /** Cut off, damaged, or never what it claims to be. */
  | { readonly kind: 'broken' }
  /** Made by a version of the site that this one does not know. */
  | { readonly kind: 'version' }
  | { readonly kind: 'other-exercise' }
  /** These files are none of the exercise's. */
  | { readonly kind: 'unknown-files'; readonly names: readonly string[] }
  /** These files cannot be changed in the exercise. */
  | { readonly kind: 'given-files'; readonly names: readonly string[] }
  /** More than one text for each of these files. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'not-text'; readonly names: readonly string[] };

export const refused = (reason: Refusal): Proposal => ({ kind: 'refused', reason });

/** Neither NUL nor half a character is in it: no editor holds these, and no encoding the latter. */
export const isText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

/** Decodes UTF-8; nothing for bytes that are something else. A byte order mark is left out. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
