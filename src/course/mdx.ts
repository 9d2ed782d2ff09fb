import { AuthorError } from './author-error.ts';

/** An MDX file cut at its frontmatter. */
export interface MdxParts {
  /** YAML, empty if the file has no frontmatter. */
  readonly frontmatter: string;
  /** The body, with code blocks, inline code and comments blanked out. */
  readonly prose: string;
}

export function splitMdx(text: string): MdxParts {
  const [, frontmatter = '', body = text] = /^---\n([\s\S]*?\n)?---(?:\n|$)([\s\S]*)$/.exec(text) ?? [];
  return { frontmatter, prose: withoutCode(body) };
}

/** The texts of the level-two headings, in order. */
export function sectionHeadings(prose: string): string[] {
  return [...prose.matchAll(/^## +(.+?)[ #]*$/gm)].map(([, heading = '']) => heading);
}

/** The ids of the `<Exercise id="…" />` in the prose, in order. */
export function exerciseIds(file: string, prose: string): string[] {
  return [...prose.matchAll(/<Exercise\b([^>]*)>/g)].map(([tag, attributes = '']) => {
    const [, id] =
      /\bid=(?:"([^"]*)"|'([^']*)')/.exec(attributes)?.filter((part) => part !== undefined) ?? [];
    if (id) return id;
    throw new AuthorError(file, `${tag} has no id`, 'Write <Exercise id="chapter/exercise" />.');
  });
}

function withoutCode(body: string): string {
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1[`~]*[ \t]*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/(`+)[^`\n]+\1/g, '');
}
