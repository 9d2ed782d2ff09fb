import { Logger, LogLevel } from 'typedoc';
import { AuthorError } from '../course/author-error.ts';
import { libraryFolder } from '../course/library-exports.ts';

/** TypeDoc's warnings and errors as the mistakes of an author that they are. */
export class AuthorLogger extends Logger {
  readonly #complaints: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.#complaints.push(message);
  }

  throwFirst(): void {
    const [first] = this.#complaints;
    if (first === undefined) return;
    throw new AuthorError(libraryFolder, first.replace(/\.$/, ''), 'Correct the docstring or the export.');
  }
}
