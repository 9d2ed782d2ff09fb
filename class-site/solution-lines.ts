import { filesIn, textOf } from './site-files.ts';

/** Shorter lines stand anywhere. */
const leastCharacters = 24;

/** A text without what compilers, JSON and HTML write in other ways. */
export const plain = (text: string): string =>
  text
    .replaceAll(/&(?:quot|#39|#34|#x27);/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/["'`\\\s;]/g, '');

const linesOf = (path: string): string[] =>
  textOf(path)
    .split('\n')
    .map(plain)
    .filter((line) => line.length >= leastCharacters);

/**
 * Lines of the solutions and alternatives of these chapters that stand in nothing which the site has to hold: plain files
 * and hidden tests of any exercise, texts and programs. Where the learner writes tests, that is also the code
 * they are tried on.
 */
export function solutionLines(chapters: readonly string[]): string[] {
  const sources = filesIn('exercises').map((file) => `exercises/${file}`);
  const folderOf = (file: string) => file.split('/').slice(0, 3).join('/');
  const trying = new Set(sources.filter((file) => file.endsWith('.spec.ts')).map(folderOf));
  const isTriedOn = (file: string) =>
    trying.has(folderOf(file)) && !file.includes('.spec.') && /\.(solution|mutant-[^/]+)\.ts$/.test(file);
  const isSolving = (file: string) => /\.(solution|alternative-[^/]+)\.ts$/.test(file) && !isTriedOn(file);
  const isVariant = (file: string) => /\.(solution|(alternative|mistake|mutant)-[^/]+)\.ts$/.test(file);
  const held = [
    ...sources.filter((file) => /\.(ts|md)$/.test(file) && (!isVariant(file) || isTriedOn(file))),
    ...filesIn('content')
      .filter((file) => /\.(ts|mdx)$/.test(file))
      .map((file) => `content/${file}`),
  ];
  const known = plain(held.map(textOf).join('\n'));
  const solving = sources.filter((file) => isSolving(file) && chapters.includes(file.split('/')[1]!));
  return [...new Set(solving.flatMap(linesOf))].filter((line) => !known.includes(line));
}
