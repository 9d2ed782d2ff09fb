import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { sectionHeadings, splitMdx } from './mdx.ts';
import { parseYaml } from './yaml.ts';

/** What an exercise's en.md or ko.md says about itself; the prose is rendered elsewhere. */
export interface ExerciseText {
  readonly title: string;
  /** Full English test name, or the template of an `it.each`, → the name that the learner reads. */
  readonly tests: Readonly<Record<string, string>>;
  /** What a failed test says to the learner, or a template of it, → what the learner reads. */
  readonly messages: Readonly<Record<string, string>>;
  /** How many `## Hint` sections there are. */
  readonly hints: number;
  /** The names of the `## Mistake: <name>` sections, in order. */
  readonly mistakes: readonly string[];
}

/** Frontmatter of an exercise's text. */
export const exerciseTextSchema = z.strictObject({
  title: z.string().trim().min(1, 'the text is empty'),
  tests: z.record(z.string(), z.string()).default({}),
  messages: z.record(z.string(), z.string()).default({}),
});

export function parseExerciseText(file: string, text: string): ExerciseText {
  const { frontmatter, prose } = splitMdx(text);
  const { title, tests, messages } = parseYaml(exerciseTextSchema, { file, text: frontmatter });
  const sections = sectionHeadings(prose);
  for (const section of sections) refuseUnknownSection(file, section);
  return {
    title,
    tests,
    messages,
    hints: sections.filter((section) => section === 'Hint').length,
    mistakes: sections.flatMap((section) => mistakeHeading.exec(section)?.[1] ?? []),
  };
}

const mistakeHeading = /^Mistake: ([a-z0-9-]+)$/;

/** Elsewhere a mistyped heading would end up as part of the task, hint and all. */
function refuseUnknownSection(file: string, section: string): void {
  if (section === 'Hint' || mistakeHeading.test(section)) return;
  throw new AuthorError(
    file,
    `"## ${section}" is no section of an exercise`,
    didYouMean(
      section,
      ['Hint', 'Mistake: name'],
      'Write "## Hint" or "## Mistake: <name>", in both languages; inside the task use "###".',
    ),
  );
}
