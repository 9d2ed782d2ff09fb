import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { idPattern, outlineFile } from './outline.ts';

/** `<chapter>/<name>`, the id of a lesson or an exercise that is to be made. */
export interface NewId {
  readonly id: string;
  readonly chapter: string;
  readonly name: string;
}

/** Reads the one argument of `npm run new:lesson` or `new:exercise`. Throws an AuthorError that shows how to write it. */
export function parseNewId(kind: 'exercise' | 'lesson', args: readonly string[]): NewId {
  const command = `npm run new:${kind}`;
  const [id] = args;
  if (id === undefined || args.length > 1) {
    const found = id === undefined ? 'no id was given' : `${args.length} ids were given`;
    throw new AuthorError(command, found, `Write one, such as ${command} aggregates/rename-a-dish`);
  }
  const [chapter, name, ...rest] = id.split('/');
  if (chapter && name && rest.length === 0 && idPattern.test(chapter) && idPattern.test(name)) {
    return { id, chapter, name };
  }
  const meant = id.split('/').map(asName).filter(Boolean);
  const example = meant.length === 2 ? meant.join('/') : 'aggregates/rename-a-dish';
  throw new AuthorError(
    command,
    `"${id}" is no id`,
    `An id is <chapter>/<name>, each of small letters, digits and hyphens: ${command} ${example}`,
  );
}

/** Throws an AuthorError that says which chapters there are. */
export function refuseUnknownChapter(folder: string, chapter: string, known: readonly string[]): void {
  if (known.includes(chapter)) return;
  throw new AuthorError(
    folder,
    `there is no chapter ${chapter}`,
    didYouMean(
      chapter,
      known,
      `There are ${known.join(', ') || 'none'}; a new one begins in ${outlineFile}, with id, title and lessons.`,
    ),
  );
}

/** `rename-a-dish` → `Rename a dish`: a title to begin with. */
export const titleFrom = (name: string): string =>
  (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

function asName(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
