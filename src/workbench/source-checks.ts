import { resolveImport, type Sources } from '../compiler/build-options.ts';
import type { EditorPlace } from '../editor/editor.ts';
import type { Findings, Import, Inspection, TypeProblem } from '../editor/inspect-sources.ts';
import type { ErrorReport, Report, TestReport } from '../sandbox/report.ts';
import { judge, type Verdict } from './verdict.ts';

/**
 * A requirement that no run can judge, because it is about the text of the learner's files. It has a name like a test,
 * and `says` what a learner reads who does not meet it. Paths are those of modules, `./user.ts`.
 */
export type SourceCheck = { readonly name: string; readonly says: string } & (
  | {
      readonly kind: 'types';
      /** A module beside the files. TypeScript has to refuse these lines of it, from 1, and no other. */
      readonly snippet: string;
      readonly refused: readonly number[];
    }
  | {
      readonly kind: 'imports';
      readonly files: readonly string[];
      /** The only modules that these files may import. */
      readonly may: readonly string[];
    }
  | {
      readonly kind: 'untouched';
      /** The files as the learner got them. White space at the end of lines does not count. */
      readonly files: Sources;
    }
);

export const needTypeScript = (checks: readonly SourceCheck[]): boolean =>
  checks.some(({ kind }) => kind !== 'untouched');

/** What TypeScript is to be asked for the checks. `files` are the learner's and the given ones. */
export function inspectionFor(checks: readonly SourceCheck[], files: Sources, library: Sources): Inspection {
  return {
    files,
    library,
    snippets: checks.flatMap((check) => (check.kind === 'types' ? [check.snippet] : [])),
    importers: [...new Set(checks.flatMap((check) => (check.kind === 'imports' ? check.files : [])))],
  };
}

/** What TypeScript has to say of checks for which nobody asks it. */
export const notAsked: Findings = { snippets: [], imports: {} };

/**
 * Judges the checks as tests. `findings` are TypeScript's answer to `inspectionFor` the same checks and files; where
 * they do not answer a check, none is judged.
 */
export function judgeSources(
  checks: readonly SourceCheck[],
  files: Sources,
  { snippets, imports }: Findings,
): SourcesOutcome {
  const answers = snippets.values();
  const tests: TestReport[] = [];
  for (const check of checks) {
    const faults = faultsOf(check, files, answers, imports);
    if (!faults) return { kind: 'unavailable', detail: `TypeScript gave no answer to "${check.name}".` };
    tests.push(testReport(check, faults));
  }
  return { kind: 'checked', tests };
}

/** Nothing if TypeScript was to say it and did not. Takes the answers to snippets in their order. */
function faultsOf(
  check: SourceCheck,
  files: Sources,
  answers: Iterator<Findings['snippets'][number]>,
  imports: Findings['imports'],
): Fault[] | undefined {
  switch (check.kind) {
    case 'types': {
      const answer = answers.next();
      return answer.done ? undefined : typeFaults(check, answer.value);
    }
    case 'imports': {
      const found = check.files.map((path) => imports[path]);
      return found.every((each) => each !== undefined) ? importFaults(check, found.flat()) : undefined;
    }
    case 'untouched':
      return Object.entries(check.files).flatMap(changeIn(files));
  }
}

/**
 * The verdict on a run. The source checks join a list of tests that ran to its end, and are asked for only then: a run
 * that ended otherwise keeps its verdict. What came out of the sandbox under the name of a check is no result of it.
 */
export async function judgeWithSources(
  report: Report,
  { tests, checks }: { readonly tests: readonly string[]; readonly checks: readonly SourceCheck[] },
  judged: () => Promise<SourcesOutcome>,
): Promise<Verdict> {
  const names = checks.map(({ name }) => name);
  if (report.tests.some(({ name }) => names.includes(name))) {
    return { kind: 'crashed', crash: { kind: 'other-tests' }, report };
  }
  const run = judge(report, tests);
  if (names.length === 0 || (run.kind !== 'passed' && run.kind !== 'failed')) return run;
  const sources = await judged();
  switch (sources.kind) {
    case 'checked':
      return judge({ ...report, tests: [...report.tests, ...sources.tests] }, [...tests, ...names]);
    case 'unavailable':
      return { kind: 'unavailable', part: 'types', detail: sources.detail };
    case 'cancelled':
      return sources;
  }
}

/** What became of the checks of one run. */
export type SourcesOutcome =
  | { readonly kind: 'checked'; readonly tests: readonly TestReport[] }
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'cancelled' };

type Fault = { readonly found: string; readonly place?: EditorPlace | undefined };

function typeFaults(
  { snippet, refused }: Extract<SourceCheck, { kind: 'types' }>,
  problems: readonly TypeProblem[],
): Fault[] {
  const code = (line: number) => {
    const text = snippet.split('\n')[line - 1] ?? '';
    return `\`${text.replace(/\/\/ refused\s*$/, '').trim()}\``;
  };
  const isMeant = ({ line, syntax }: TypeProblem) => !syntax && refused.includes(line);
  const accepted = refused.filter((line) => !problems.some((problem) => problem.line === line));
  return [
    ...accepted.map((line) => ({ found: `expected TypeScript to refuse ${code(line)}` })),
    ...problems
      .filter((problem) => !isMeant(problem))
      .map(({ line, message, place }) => ({
        found: `expected TypeScript to accept ${code(line)}: ${message}`,
        place,
      })),
  ];
}

function importFaults(
  { may }: Extract<SourceCheck, { kind: 'imports' }>,
  imports: readonly Import[],
): Fault[] {
  return imports.flatMap(({ specifier, ...place }): Fault[] => {
    if (specifier === undefined)
      return [{ found: 'expected every import to name its file in quotes', place }];
    if (may.includes(resolveImport(specifier, place.path))) return [];
    return [{ found: `expected no import of '${specifier}'`, place }];
  });
}

const changeIn =
  (files: Sources) =>
  ([path, before]: readonly [string, string]): Fault[] => {
    const [was, is] = [linesOf(before), linesOf(files[path] ?? '')];
    const line = Array.from({ length: Math.max(was.length, is.length) }).findIndex(
      (_, index) => was[index] !== is[index],
    );
    if (line < 0) return [];
    const found = `expected ${path.replace('./', '')} to be as it was at the start`;
    return [{ found, place: { path, line: Math.min(line + 1, is.length), column: 1 } }];
  };

/** The old files of the exercise that have to stay as they are, each with the answer. */
export const oldFiles = (checks: readonly SourceCheck[], files: Sources) =>
  checks.flatMap((check) =>
    check.kind === 'untouched'
      ? Object.entries(check.files).map((file) => ({
          name: file[0].replace('./', ''),
          isChanged: changeIn(files)(file).length > 0,
        }))
      : [],
  );

const linesOf = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

/** More would say the same again. */
const mostErrors = 5;

function testReport({ name, says }: SourceCheck, faults: readonly Fault[]): TestReport {
  const errors = faults.slice(0, mostErrors).map(({ found, place }): ErrorReport => {
    const frames = place ? [{ path: place.path, line: place.line, column: place.column }] : [];
    return { name: 'AssertionError', message: `${says}: ${found}`, assertion: true, frames };
  });
  return { name, state: errors.length > 0 ? 'failed' : 'passed', durationMs: 0, assertions: 1, errors };
}
