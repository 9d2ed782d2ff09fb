import { describe, expect, it } from 'vitest';
import { mutateSolution } from './mutate-solution.ts';

it('says where a change begins, what kind it is, and what stands there before and after', async () => {
  const source = 'const one = 1;\nexport const isLess = (a: number) =>\n  one < a;\n';
  const mutated = await mutateSolution('user.solution.ts', source);

  expect(mutated).toContainEqual({
    mutant: {
      file: 'user.solution.ts',
      line: 3,
      column: 3,
      mutator: 'EqualityOperator',
      original: 'one < a',
      replacement: 'one <= a',
    },
    source: 'const one = 1;\nexport const isLess = (a: number) =>\n  (one <= a);\n',
  });
});

describe('leaves alone', () => {
  it.each([
    ['an import', "import { a } from './a.ts';"],
    ['a type', "type Kind = 'a' | 'b';\nlet kind: Exclude<Kind, 'a'>;"],
    ['the text of an error', "const e = new RangeError('too ' + 1, { cause });", ['{}']],
    ['the text of an error that is thrown', 'throw tooMany(`${1} is too many`);'],
    ['the texts of a class of errors', "class Late extends Error { name = 'Late'; text = `late`; }"],
  ])('%s', async (_, source, others: string[] = []) => {
    expect(await replacements(source)).toEqual(others);
  });
});

it('changes a text that is no error’s, beside one that is', async () => {
  const source = "register('Changed', () => { throw new Error('no'); });";
  expect(await replacements(source)).toEqual(['""', '{}', ';']);
});

describe('puts a change in place', () => {
  it.each([
    ['a ?? (b && c);', 'b || c', 'a ?? ((b || c));'],
    ['const f = () => ({ a });', '{}', 'const f = () => (({}));'],
    ['const f = () => { a(); };', '{}', 'const f = () => {};'],
    ['user?.name.length;', 'user.name', 'user.name.length;'],
    ['const q = sql`a`;', '``', 'const q = sql``;'],
    ['save(user);', ';', ';'],
    ['switch (a) {\n  case b:\n    c = 1;\n}', 'case b:', 'switch (a) {\n  case b:\n}'],
    ['for (;;) a += 1;', 'for (; false;) a += 1;', 'for (; false;) a += 1;'],
  ])('%s → %s', async (before, replacement, after) => {
    const mutated = await mutateSolution('a.ts', before);
    expect(mutated.find(({ mutant }) => mutant.replacement === replacement)?.source).toBe(after);
  });
});

async function replacements(source: string): Promise<string[]> {
  return (await mutateSolution('a.ts', source)).map(({ mutant }) => mutant.replacement);
}
