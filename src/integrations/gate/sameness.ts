import ts from 'typescript';
import { placeTakenBy } from '../../course/exercise-files.ts';
import type { Exercise } from '../../course/exercises.ts';

/** Complaints about alternatives that are the solution with other names, comments or line breaks. */
export function samenessComplaints({ folder, files, sources }: Exercise): string[] {
  const shapeOf = (paths: readonly string[]) => shape(paths.map((path) => sources[path] ?? ''));
  const solutionOf = (paths: readonly string[]) => {
    const places = paths.map(placeTakenBy);
    return files.solution.filter((path) => places.includes(placeTakenBy(path)));
  };
  return files.variants
    .filter(
      ({ role, files: paths }) => role === 'alternative' && shapeOf(paths) === shapeOf(solutionOf(paths)),
    )
    .map(
      ({ files: [file] }) =>
        `${folder}/${file}: it is the solution after renaming. An alternative is built differently; write it from lesson and starter alone.`,
    );
}

/** The tokens of the sources, each name replaced by the number of its first appearance. */
function shape(texts: readonly string[]): string {
  const names = new Map<string, number>();
  const scanner = ts.createScanner(
    ts.ScriptTarget.Latest,
    true,
    ts.LanguageVariant.Standard,
    texts.join('\n'),
  );
  const tokens: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token !== ts.SyntaxKind.Identifier && token !== ts.SyntaxKind.PrivateIdentifier) {
      tokens.push(scanner.getTokenText());
      continue;
    }
    const name = scanner.getTokenText();
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    tokens.push(`name${number}`);
  }
  return tokens.join(' ');
}
