/**
 * A mistake in the course's files, told to the author who made it.
 * The message reads `<file>: <found>. <todo>`, for example
 * `content/cart/late/ko.mdx: <Exercise id="cart/late"> names no folder exercises/cart/late. Did you mean cart/late-item?`
 */
export class AuthorError extends Error {
  override readonly name = 'AuthorError';
  /** Path from the project root, with forward slashes. */
  readonly file: string;
  readonly found: string;
  readonly todo: string;

  constructor(file: string, found: string, todo: string) {
    super(`${file}: ${found}. ${todo}`);
    this.file = file;
    this.found = found;
    this.todo = todo;
    // The author needs the file that is named above, not the place in this program that noticed.
    delete this.stack;
  }
}
