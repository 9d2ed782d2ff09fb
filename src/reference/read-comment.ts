import { type Comment, type CommentDisplayPart, Reflection } from 'typedoc';
import { AuthorError } from '../course/author-error.ts';
import { didYouMean } from '../course/did-you-mean.ts';
import type { LibraryExport } from '../course/library-exports.ts';

/** A docstring, cut into what a page shows under headings of its own. All texts are Markdown. */
export interface Docs {
  readonly text: string;
  /** What follows `Elsewhere:`: the term in other libraries. */
  readonly elsewhere: readonly string[];
  /** What follows `Source:`: where the rule comes from. */
  readonly sources: readonly string[];
  readonly returns: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/** Whose docstring it is, for links and for messages. */
interface Commented {
  readonly file: string;
  readonly of: string;
  readonly exported: readonly LibraryExport[];
}

/**
 * Reads a docstring. Names of other exports in backticks become links like those of `{@link}`: `../event-factory/`,
 * from one page to its neighbour. Throws an AuthorError for a link to nothing and for a tag that no page shows.
 */
export function readComment(comment: Comment | undefined, commented: Commented): Docs {
  const tags = comment?.blockTags ?? [];
  const unknown = tags.find(({ tag }) => !shownTags.includes(tag));
  if (unknown) {
    throw new AuthorError(
      commented.file,
      `the docstring of ${commented.of} has ${unknown.tag}, which no page shows`,
      `Known: ${shownTags.join(', ')}.`,
    );
  }
  const textsOf = (tag: string) =>
    tags.filter((each) => each.tag === tag).map(({ content }) => markdownOf(content, commented));
  return {
    ...splitLabels(markdownOf(comment?.summary ?? [], commented)),
    returns: textsOf('@returns').join('\n\n'),
    throws: textsOf('@throws'),
    examples: textsOf('@example'),
  };
}

// TypeDoc hands a `@param` to the parameter.
const shownTags: readonly string[] = ['@param', '@returns', '@throws', '@example'];

/** `Text. Elsewhere: this. Source: that.` A label's words go on to the next label or to the end of the paragraph. */
function splitLabels(markdown: string): Pick<Docs, 'text' | 'elsewhere' | 'sources'> {
  const pieces = markdown.split(/\n{2,}/).flatMap((paragraph) => {
    const [text = '', ...labelled] = paragraph.split(/(?:^|\s)(?=(?:Elsewhere|Source):\s)/);
    return [text, ...labelled];
  });
  const after = (label: string) =>
    pieces.filter((piece) => piece.startsWith(label)).map((piece) => piece.slice(label.length).trim());
  return {
    text: pieces.filter((piece) => piece !== '' && !/^(Elsewhere|Source):\s/.test(piece)).join('\n\n'),
    elsewhere: after('Elsewhere:'),
    sources: after('Source:'),
  };
}

function markdownOf(parts: readonly CommentDisplayPart[], commented: Commented): string {
  return parts
    .map((part) => partOf(part, commented))
    .join('')
    .trim();
}

function partOf(part: CommentDisplayPart, commented: Commented): string {
  switch (part.kind) {
    case 'code': {
      const named = commented.exported.find(({ name }) => part.text === `\`${name}\``);
      return named && named.name !== commented.of ? `[${part.text}](../${named.id}/)` : part.text;
    }
    case 'inline-tag':
      return linkOf(part, commented);
    case 'relative-link':
    case 'text':
      return part.text;
  }
}

function linkOf(part: Extract<CommentDisplayPart, { kind: 'inline-tag' }>, commented: Commented): string {
  if (typeof part.target === 'string') return `[${part.tsLinkText ?? part.text}](${part.target})`;
  const path = part.target instanceof Reflection ? part.target.getFullName().split('.') : [];
  const page = path.flatMap((name) => commented.exported.filter((each) => each.name === name))[0];
  if (!page) {
    const names = commented.exported.map(({ name }) => name);
    throw new AuthorError(
      commented.file,
      `{${part.tag} ${part.text}} in the docstring of ${commented.of} names nothing that has a page`,
      didYouMean(part.text, names, `The library exports ${names.join(', ')}.`),
    );
  }
  const member = path.at(-1) === page.name ? '' : `#${path.at(-1)!.toLowerCase()}`;
  return `[\`${part.tsLinkText || part.text}\`](../${page.id}/${member})`;
}
