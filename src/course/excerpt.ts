import { AuthorError } from './author-error.ts';

interface ExcerptRequest {
  /** The lesson that asks, for messages. */
  readonly askedBy: string;
  /** Without it, the whole source. */
  readonly region?: string | undefined;
}

/**
 * The part of a source between `// #region <name>` and `// #endregion <name>`, moved to the left edge.
 * No marker is part of an excerpt, so regions may lie inside each other.
 */
export function excerptOf(source: string, { askedBy, region }: ExcerptRequest): string {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const part = region === undefined ? lines : linesOfRegion(lines, region);
  if (part)
    return toLeftEdge(part.filter((line) => !marker.test(line)))
      .join('\n')
      .trim();
  const regions = lines.flatMap((line) =>
    marker.exec(line)?.[1] === 'region' ? (line.trim().split(/\s+/)[2] ?? []) : [],
  );
  throw new AuthorError(
    askedBy,
    `region="${region}" is not in the file shown`,
    regions.length > 0
      ? `It has the regions ${[...new Set(regions)].join(', ')}.`
      : `Mark it with "// #region ${region}" and "// #endregion ${region}".`,
  );
}

const marker = /^\s*\/\/ #(region|endregion)\b/;

function linesOfRegion(lines: readonly string[], region: string): string[] | undefined {
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const end = lines.findIndex((line) => line.trim() === `// #endregion ${region}`);
  return start >= 0 && end > start ? lines.slice(start + 1, end) : undefined;
}

function toLeftEdge(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared));
}
