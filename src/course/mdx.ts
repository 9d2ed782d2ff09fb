import GithubSlugger from 'github-slugger';
import { AuthorError } from './author-error.ts';
import { detached } from './detached.ts';

/** An MDX or Markdown file cut at its frontmatter. */
export interface MdxParts {
  /** YAML, empty if the file has no frontmatter. */
  readonly frontmatter: string;
  /** The body, with code blocks, inline code and comments blanked out. */
  readonly prose: string;
}

export function splitMdx(text: string): MdxParts {
  const { frontmatter, body } = cutAtFrontmatter(text);
  return { frontmatter, prose: withoutInlineCode(withoutCodeBlocks(body)) };
}

/** The texts of the level-two headings, in order. */
export function sectionHeadings(prose: string): string[] {
  return detached([...prose.matchAll(/^## +(.+?)[ #]*$/gm)].map(([, heading = '']) => heading));
}

/** The ids of the `<Exercise id="…" />` in the prose, in order. */
export function exerciseIds(file: string, prose: string): string[] {
  return [...prose.matchAll(/<Exercise\b([^>]*)>/g)].map(([tag, attributes = '']) => {
    const [, id] =
      /\bid=(?:"([^"]*)"|'([^']*)')/.exec(attributes)?.filter((part) => part !== undefined) ?? [];
    if (id) return detached(id);
    throw new AuthorError(file, `${tag} has no id`, 'Write <Exercise id="chapter/exercise" />.');
  });
}

/**
 * Where the links of an MDX file lead: `[text](here)`, `[name]: here`, `href="here"`, and `link: here` in the frontmatter,
 * where the buttons of a front page stand.
 */
export function linksIn(text: string): string[] {
  const { frontmatter, prose } = splitMdx(text);
  const places: [string, RegExp][] = [
    [frontmatter, /^[ \t]*(?:- )?link:[ \t]*["']?([^\s"']+)/gm],
    [prose, /(?<!!)\[[^\]]*\]\(\s*<?([^\s)>]+)/g],
    [prose, /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm],
    [prose, /\shref=["']([^"']+)["']/g],
  ];
  return places.flatMap(([part, pattern]) => [...part.matchAll(pattern)].map(([, link = '']) => link));
}

/** The anchors that Astro gives to the headings of an MDX file, in order. */
export function headingAnchors(text: string): string[] {
  const slugger = new GithubSlugger();
  const headings = withoutCodeBlocks(cutAtFrontmatter(text).body).matchAll(/^#{1,6} +(.+?)[ #]*$/gm);
  return [...headings].map(([, heading = '']) => slugger.slug(heading.replace(/<[^>]*>|[`*]/g, '')));
}

function cutAtFrontmatter(text: string): { frontmatter: string; body: string } {
  const [, frontmatter = '', body = text] = /^---\n([\s\S]*?\n)?---(?:\n|$)([\s\S]*)$/.exec(text) ?? [];
  return { frontmatter, body };
}

/** Without comments, too. */
function withoutCodeBlocks(body: string): string {
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1[`~]*[ \t]*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
}

function withoutInlineCode(body: string): string {
  return body.replace(/(`+)[^`\n]+\1/g, '');
}
