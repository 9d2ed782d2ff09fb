import { anything, notPassed, right, type Case } from '../case.ts';

/** Sources that a compiler chokes on. The next one has to compile. */
const doubled = (lines: number, line: (n: number) => string): string =>
  Array.from({ length: lines }, (_, index) => line(index + 1)).join(', ');

export const compiler: readonly Case[] = [
  {
    id: 'C01',
    name: '10,000 parentheses within each other',
    code: `export const f = ${'('.repeat(10_000)}1${')'.repeat(10_000)};`,
    wants: ['refused', 'failed', 'crashed'],
  },
  {
    id: 'C02',
    name: '400,000 lists within each other',
    code: `export const f = ${'['.repeat(400_000)}${']'.repeat(400_000)};`,
    wants: ['refused'],
    says: 'too-deep',
  },
  {
    id: 'C03',
    name: '200,000 type arguments within each other',
    code: `type A<T> = T; export const f = (n: ${'A<'.repeat(200_000)}number${'>'.repeat(200_000)}) => n * 2;`,
    wants: ['refused'],
    says: 'too-deep',
  },
  {
    id: 'C04',
    name: '110,000 statements',
    code: `${'var a=1;'.repeat(110_000)}${right}`,
    wants: ['refused', 'passed'],
  },
  {
    id: 'C05',
    name: 'a comment of 10 MB',
    code: `/*${'x'.repeat(1e7)}*/${right}`,
    wants: ['refused'],
    says: 'too-large',
  },
  {
    id: 'C06',
    name: 'a text of 10 MB',
    code: `export const s = '${'x'.repeat(1e7)}';${right}`,
    wants: ['refused'],
    says: 'too-large',
  },
  { id: 'C07', name: 'lone surrogates', code: `const s = '\ud800';\n${right}`, wants: ['passed'] },
  {
    id: 'C08',
    name: 'a byte order mark, and NUL in a text',
    code: `\ufeffconst s = '\0';\n${right}`,
    wants: ['passed'],
  },
  {
    id: 'C09',
    name: 'a template without its end',
    code: 'export const f = (n: number) => `${n',
    wants: ['refused'],
    says: 'syntax',
  },
  {
    id: 'C10',
    name: 'a file that imports itself',
    code: "import { f as again } from './a.ts';\nexport const f = (n: number): any => (n > 1e9 ? again(n) : n * 2);",
    wants: ['passed'],
  },
  {
    id: 'C11',
    name: 'await outside of functions',
    code: `await Promise.resolve();\n${right}`,
    wants: ['refused'],
    says: 'top-level-await',
  },
  ...[
    'https://example.org/x.js',
    'fs',
    'node:fs',
    'lodash',
    './__proto__',
    'constructor',
    './x.json',
    '/etc/passwd',
    '../../a.ts',
  ].map((specifier, index): Case => ({
    id: `C${index + 12}`,
    name: `import of ${specifier}`,
    code: `import * as x from '${specifier}';\nconsole.log(x);\n${right}`,
    wants: ['refused'],
    says: specifier,
  })),
  {
    id: 'C21',
    name: 'import of a name that is only known at run time',
    code: "export const f = (n: number): any => import(['a', n].join());",
    wants: notPassed,
  },
  {
    id: 'C22',
    name: 'Run pressed three times',
    code: right,
    press: 'run three times',
    wants: ['passed'],
  },
  {
    id: 'C23',
    name: 'Stop pressed in an endless loop',
    code: 'export const f = (n: number): any => { for (;;); };',
    press: 'run and stop',
    wants: ['cancelled'],
  },
  {
    id: 'C24',
    name: 'an open comment that the engine alone would see, and a closing script tag',
    code: 'export const f = (n: number): any => { let x = n, y = 3; while (x<!--y) x = 5; return n * 2; }; // </script><!--',
    wants: ['refused'],
  },
  {
    id: 'C25',
    name: 'a name for its own script, and a map of its own',
    code: `export const f = (n: number): any => { throw new Error('here'); };
//# sourceURL=past-tense-job/a.test.ts
//# sourceMappingURL=data:application/json,{"version":3,"mappings":"AAAA","sources":["x"]}`,
    wants: ['failed'],
    says: 'here',
  },
  {
    id: 'C30',
    name: 'a constant that doubles with each line',
    code: `enum Text { t0 = 'xxxxxxxxxx', ${doubled(40, (n) => `t${n} = t${n - 1} + t${n - 1}`)} }\nconsole.log(Text.t40.length);\n${right}`,
    wants: ['refused', 'unavailable'],
  },
  {
    id: 'C36',
    name: 'a constant of some 20 MB',
    code: `export enum Text { t0 = 'xxxxxxxxxx', ${doubled(20, (n) => `t${n} = t${n - 1} + t${n - 1}`)} }\nconsole.log(Text.t20.length);\n${right}`,
    wants: ['refused'],
  },
  {
    id: 'C31',
    name: 'numbers, names and labels that are long',
    code: `const ${'n'.repeat(2_000_000)} = ${'9'.repeat(300_000)};\n${'l'.repeat(1_000_000)}: for (;;) break;\n${right}`,
    wants: anything,
  },
  {
    id: 'C32',
    name: '5,000 classes within each other, decorated',
    code: `const d: any = (v: any) => v;\n${'@d class A { static B = '.repeat(300)}1${'; }'.repeat(0)}`,
    wants: ['refused'],
  },
  {
    id: 'C33',
    name: 'a template of 100,000 parts',
    code: `const t = \`${'${1}'.repeat(100_000)}\`;\n${right}`,
    wants: anything,
  },
  {
    id: 'C34',
    name: 'a comment that names another script, in a regular expression and in a template',
    code: `const a = /\\/\\/# sourceURL=past-tense-job\\/a.test.ts/, b = \`
//# sourceURL=past-tense-job/a.test.ts
//# sourceMappingURL=data:application/json,{"version":3,"sources":["a.test.ts"],"mappings":"AAAA"}
\`;
void a; void b;
export const f = (n: number): any => { throw new Error('here'); };`,
    wants: ['failed'],
    says: 'here',
  },
  {
    id: 'C35',
    name: 'text in the place of code: import attributes, import.meta, require of itself',
    code: `import self, * as all from './a.ts';\nimport text from './a.ts' with { type: 'text' };\nconsole.log(typeof import.meta, typeof self, typeof all.f, typeof text);\nexport default 1;\n${right}`,
    wants: ['passed', 'refused'],
  },
];
