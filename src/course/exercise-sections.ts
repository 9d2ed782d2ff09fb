/** An exercise's rendered text, cut at its level-two headings. */
export interface ExerciseSections {
  /** HTML, as are the others. */
  readonly task: string;
  readonly hints: readonly string[];
  /** By name: `## Mistake: literal-id` → `literal-id`. */
  readonly mistakes: Readonly<Record<string, string>>;
}

export function sectionsOf(html: string): ExerciseSections {
  const [task = '', ...rest] = html.split(/(?=<h2[\s>])/);
  const sections = rest.map((section) => {
    const [, heading = '', body = ''] = /^<h2[^>]*>(.*?)<\/h2>(.*)$/s.exec(section) ?? [];
    return { heading: heading.replace(/<[^>]*>/g, '').trim(), body };
  });
  const mistakes = sections.filter(({ heading }) => heading.startsWith(mistakePrefix));
  return {
    task,
    hints: sections.filter(({ heading }) => heading === 'Hint').map(({ body }) => body),
    mistakes: Object.fromEntries(
      mistakes.map(({ heading, body }) => [heading.slice(mistakePrefix.length), body]),
    ),
  };
}

const mistakePrefix = 'Mistake: ';
