import { describe, expect, it } from 'vitest';
import type { Sources } from '../compiler/build-options.ts';
import type { Findings } from '../editor/inspect-sources.ts';
import type { Report, TestReport } from '../sandbox/report.ts';
import { judgeSources, judgeWithSources, type SourceCheck, type SourcesOutcome } from './source-checks.ts';

const none: Findings = { snippets: [], imports: {} };

function reports(check: SourceCheck, files: Sources, findings: Findings): readonly TestReport[] {
  const outcome = judgeSources([check], files, findings);
  return outcome.kind === 'checked' ? outcome.tests : [];
}

describe('a snippet with a line that TypeScript has to refuse', () => {
  const check: SourceCheck = {
    kind: 'types',
    name: 'only the menu registers events',
    says: 'registerEvent stays protected',
    snippet: "import { Menu } from './menu.ts';\nnew Menu().registerEvent({}); // refused",
    refused: [2],
  };
  const judged = (problems: Findings['snippets'][number]) =>
    reports(check, {}, { ...none, snippets: [problems] })[0];

  it('is met when TypeScript refuses that line and no other', () => {
    expect(judged([{ line: 2, message: 'It is protected.', syntax: false }])).toMatchObject({
      name: 'only the menu registers events',
      state: 'passed',
      assertions: 1,
    });
  });

  it('is not met when TypeScript accepts the line, and says which', () => {
    expect(judged([])).toMatchObject({
      state: 'failed',
      errors: [
        {
          message:
            'registerEvent stays protected: expected TypeScript to refuse `new Menu().registerEvent({});`',
          assertion: true,
          frames: [],
        },
      ],
    });
  });

  it('is not met when another line is refused too: the learner took a name away, for example', () => {
    const gone = { line: 1, message: "'./menu.ts' has no exported member 'Menu'.", syntax: false };
    const place = { path: './menu.ts', line: 3, column: 5 };
    expect(
      judged([
        { ...gone, place },
        { line: 2, message: 'no', syntax: false },
      ])?.errors,
    ).toEqual([
      {
        name: 'AssertionError',
        message:
          "registerEvent stays protected: expected TypeScript to accept `import { Menu } from './menu.ts';`: " +
          "'./menu.ts' has no exported member 'Menu'.",
        assertion: true,
        frames: [place],
      },
    ]);
  });

  it('is not met by a snippet that is no TypeScript', () => {
    expect(judged([{ line: 2, message: "')' expected.", syntax: true }])?.state).toBe('failed');
  });
});

describe('what a file may import', () => {
  const check: SourceCheck = {
    kind: 'imports',
    name: 'the domain stands alone',
    says: 'Test it without a mail server',
    files: ['./domain/menu.ts'],
    may: ['./domain/menu.ts', './domain/price.ts', 'past-tense/index.ts'],
  };
  const importing = (specifier: string | undefined, path = './domain/menu.ts') => {
    const imports = { './domain/menu.ts': [], [path]: [{ path, line: 2, column: 9, specifier }] };
    return reports(check, {}, { ...none, imports })[0]?.errors;
  };

  it.each(['./price.ts', './price', '../domain/price.ts', 'past-tense'])('%s is allowed', (specifier) => {
    expect(importing(specifier)).toEqual([]);
  });

  it.each(['../mail.ts', 'past-tense/testing', 'vitest', './price/'])('%s is not', (specifier) => {
    expect(importing(specifier)).toMatchObject([
      {
        message: `Test it without a mail server: expected no import of '${specifier}'`,
        frames: [{ path: './domain/menu.ts', line: 2, column: 9 }],
      },
    ]);
  });

  it('has to be told in the text', () => {
    expect(importing(undefined)).toMatchObject([
      { message: 'Test it without a mail server: expected every import to name its file in quotes' },
    ]);
  });

  it('says nothing about other files', () => {
    expect(importing('./mail.ts', './service.ts')).toEqual([]);
  });
});

describe('a file that has to stay as it is', () => {
  const before = 'const a = 1;\nconst b = 2;\n';
  const check: SourceCheck = {
    kind: 'untouched',
    name: 'service.ts stays',
    says: 'Leave it closed',
    files: { './service.ts': before },
  };
  const judged = (text: string) => reports(check, { './service.ts': text }, none)[0]?.errors;

  it.each([
    ['unchanged', before],
    ['with other line ends', before.replaceAll('\n', '\r\n')],
    ['with white space at the end of lines', 'const a = 1;  \nconst b = 2;\n\n\n'],
    ['without the last line end', before.trimEnd()],
  ])('is met %s', (_, text) => {
    expect(judged(text)).toEqual([]);
  });

  it.each([
    ['a changed line', 'const a = 1;\nconst b = 3;\n', 2],
    ['an added line', `${before}const c = 3;`, 3],
    ['a removed line', 'const a = 1;', 1],
    ['other indentation', 'const a = 1;\n  const b = 2;', 2],
    ['nothing left', '', 1],
  ])('is not met with %s, shown at its line', (_, text, line) => {
    expect(judged(text)).toMatchObject([
      {
        message: 'Leave it closed: expected service.ts to be as it was at the start',
        frames: [{ path: './service.ts', line }],
      },
    ]);
  });
});

describe('a check that TypeScript did not answer', () => {
  const requirement = { name: 'n', says: 's' };

  it.each<[string, SourceCheck]>([
    ['about a snippet', { ...requirement, kind: 'types', snippet: 'const a = 1;', refused: [] }],
    ['about imports', { ...requirement, kind: 'imports', files: ['./menu.ts'], may: [] }],
  ])('%s is neither met nor unmet', (_, check) => {
    const answered: SourceCheck = { ...requirement, kind: 'untouched', files: {} };
    expect(judgeSources([answered, check], { './menu.ts': '' }, none)).toEqual({
      kind: 'unavailable',
      detail: 'TypeScript gave no answer to "n".',
    });
  });
});

describe('the verdict on a run with source checks', () => {
  const check: SourceCheck = { kind: 'untouched', name: 'stays', says: 'Leave it', files: {} };
  const bundle = { tests: ['adds'], checks: [check] };
  const met: SourcesOutcome = { kind: 'checked', tests: [test('stays')] };
  const unmet: SourcesOutcome = { kind: 'checked', tests: [test('stays', 'failed')] };
  const verdict = (run: Partial<Report>, outcome: SourcesOutcome) =>
    judgeWithSources(report(run), bundle, async () => outcome);

  it('is passed if tests and checks are met, and both are listed', async () => {
    const passed = await verdict({}, met);
    expect(passed).toMatchObject({
      kind: 'passed',
      report: { tests: [{ name: 'adds' }, { name: 'stays' }] },
    });
  });

  it.each<[string, Partial<Report>, SourcesOutcome, object]>([
    ['failed if a check is not met', {}, unmet, { kind: 'failed' }],
    [
      'failed if a test is not met, with the check in the list',
      { tests: [test('adds', 'failed')] },
      met,
      { kind: 'failed', tests: [{ state: 'failed' }, { state: 'passed' }] },
    ],
    [
      'crashed if the sandbox reports a result under the name of a check',
      { tests: [test('adds'), test('stays')] },
      unmet,
      { kind: 'crashed', crash: { kind: 'other-tests' } },
    ],
    [
      'crashed by such a result beside a failed test too',
      { tests: [test('adds', 'failed'), test('stays')] },
      met,
      { kind: 'crashed', crash: { kind: 'other-tests' } },
    ],
    ['crashed if the result of a check is missing', {}, { kind: 'checked', tests: [] }, { kind: 'crashed' }],
    [
      'unavailable if TypeScript is, even if the tests passed',
      {},
      { kind: 'unavailable', detail: '404' },
      { kind: 'unavailable', part: 'types', detail: '404' },
    ],
    ['cancelled if the checks were', {}, { kind: 'cancelled' }, { kind: 'cancelled' }],
  ])('is %s', async (_, run, outcome, expected) => {
    expect(await verdict(run, outcome)).toMatchObject(expected);
  });

  it('does not wait for the checks of a run that was ended at the limit', async () => {
    const never = () => new Promise<SourcesOutcome>(() => undefined);
    const run = report({ ending: { kind: 'timed-out', limitMs: 5000 } });
    expect((await judgeWithSources(run, bundle, never)).kind).toBe('timed-out');
  });
});

function report(change: Partial<Report>): Report {
  return {
    ending: { kind: 'ended' },
    tests: [test('adds')],
    loadErrors: [],
    uncaught: [],
    unhandledRejections: [],
    console: [],
    consoleCut: false,
    drawings: [],
    durationMs: 1,
    ...change,
  };
}

function test(name: string, state: TestReport['state'] = 'passed'): TestReport {
  return { name, state, durationMs: 1, assertions: 1, errors: [] };
}
