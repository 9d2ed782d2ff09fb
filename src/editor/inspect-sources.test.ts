import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createInspector, type Inspection } from './inspect-sources.ts';

const folder = dirname(ts.getDefaultLibFilePath({}));
const inspect = createInspector({ ts, declarations: (name) => ts.sys.readFile(join(folder, name)) });

const library = {
  'past-tense/index.ts':
    'export abstract class AggregateRoot { protected registerEvent(event: object): void { console.log(event); } }',
};
const files = {
  './menu.ts': [
    "import { AggregateRoot } from 'past-tense';",
    "import { free, type Price } from './domain/price.ts';",
    'export class Menu extends AggregateRoot { price: Price = free; }',
  ].join('\n'),
  './domain/price.ts':
    'export type Price = { readonly won: number };\nexport const free: Price = { won: 0 };',
};

describe('a snippet', () => {
  it('sees the files and, through them, the library', () => {
    expect(problemsOf("import { Menu } from './menu.ts';\nnew Menu().price = { won: 9000 };")).toEqual([]);
  });

  it('is told each thing that does not type-check, with its line and the place in the files', () => {
    const snippet =
      "import { Menu } from './menu.ts';\nnew Menu().registerEvent({});\nnew Menu().price.won = 1;\nnew Menu().prize;";
    expect(problemsOf(snippet)).toEqual([
      {
        line: 2,
        message:
          "Property 'registerEvent' is protected and only accessible within class 'AggregateRoot' and its subclasses.",
        syntax: false,
      },
      {
        line: 3,
        message: "Cannot assign to 'won' because it is a read-only property.",
        syntax: false,
      },
      {
        line: 4,
        message: "Property 'prize' does not exist on type 'Menu'. Did you mean 'price'?",
        syntax: false,
        place: { path: './menu.ts', line: 3, column: 43 },
      },
    ]);
  });

  it('is strict, as the editor is', () => {
    expect(problemsOf('const list: number[] = []; list[0].toFixed();')).toMatchObject([
      { message: "Object is possibly 'undefined'." },
    ]);
  });

  it('shares no names with another one', () => {
    const { snippets } = inspect(asked({ snippets: ['const a = 1;', "const a = 'one';"] }));
    expect(snippets).toEqual([[], []]);
  });

  it('that is no TypeScript is told so', () => {
    expect(problemsOf('const = 1;')[0]).toMatchObject({ line: 1, syntax: true });
  });

  it('is judged anew when the files change, and errors in the files are none of its own', () => {
    const snippet = "import { Menu } from './menu.ts';\nnew Menu().price.won;";
    const changed = { ...files, './menu.ts': 'export class Menu { price = 1; broken: string = 1; }' };
    expect(problemsOf(snippet)).toEqual([]);
    expect(inspect(asked({ files: changed, snippets: [snippet] })).snippets[0]).toMatchObject([{ line: 2 }]);
    expect(problemsOf(snippet)).toEqual([]);
  });

  it('is not judged by a TypeScript that lacks its own declarations', () => {
    const bare = createInspector({ ts, declarations: () => undefined });
    expect(() => bare(asked({ snippets: [''] }))).toThrow('lib.dom.d.ts');
  });
});

describe('imports', () => {
  it('are found in every way to write them, and nowhere else', () => {
    const text = [
      "import { a } from './value.ts';",
      "import type { B } from './type.ts';",
      "import './effect.ts';",
      "export * from './all.ts';",
      "export type { C } from './exported-type.ts';",
      "const later = () => import('./later.ts') ?? require('./required.ts');",
      "type D = import('./inline-type.ts').D;",
      "// import './comment.ts';",
      "const text = `import './template.ts' ${'import \"./string.ts\"'}`;",
      "const pattern = /import '.\\/pattern.ts'/;",
    ].join('\n');
    expect(importsIn(text).map(({ specifier, line }) => [specifier, line])).toEqual([
      ['./value.ts', 1],
      ['./type.ts', 2],
      ['./effect.ts', 3],
      ['./all.ts', 4],
      ['./exported-type.ts', 5],
      ['./later.ts', 6],
      ['./required.ts', 6],
      ['./inline-type.ts', 7],
    ]);
  });

  it('are told without a name where only a run could tell which', () => {
    const text = [
      'declare const require: (path: string) => unknown;',
      "const name = './mail.ts';",
      "export const mail = require('./' + name);",
      'export const later = () => import(name);',
      'const load = require;',
      'export const doors = { load, require };',
      'export const none = import(`./${name}`);',
    ].join('\n');
    const places = importsIn(text).map(({ specifier, line, column }) => [specifier, line, column]);
    expect(places).toEqual([
      [undefined, 3, 29],
      [undefined, 4, 35],
      [undefined, 5, 14],
      [undefined, 6, 30],
      [undefined, 7, 28],
    ]);
  });

  it.each([
    "function require(what: string): string { return what; }\nexport const salt = require('./salt');",
    "import { require } from './menu.ts';\nexport const salt = require('salt' + 1);",
    "export const cook = (require: (what: string) => string) => require('salt');",
    "export class Menu { require(what: string) { return what; } cook() { return this.require('salt' + 1); } }",
    "export const steps = { require: (what: string) => what };\nsteps.require('salt' + 1);",
    'type Needs = { require: string };\nexport const of = ({ require: salt }: Needs) => salt;',
  ])('are none where a require of one’s own is called: %s', (text) => {
    expect(importsIn(text).filter(({ specifier }) => specifier !== './menu.ts')).toEqual([]);
  });

  it('are those of the files that are asked for', () => {
    const { imports, snippets } = inspect(asked({ importers: ['./menu.ts'] }));
    expect(imports).toEqual({
      './menu.ts': [
        { path: './menu.ts', line: 1, column: 31, specifier: 'past-tense' },
        { path: './menu.ts', line: 2, column: 34, specifier: './domain/price.ts' },
      ],
    });
    expect(snippets).toEqual([]);
  });

  it('cannot be told of a file that is not there', () => {
    expect(() => inspect(asked({ importers: ['./mail.ts'] }))).toThrow('./mail.ts is not among the files');
  });
});

function importsIn(text: string) {
  return inspect(asked({ files: { './user.ts': text }, importers: ['./user.ts'] })).imports['./user.ts']!;
}

function problemsOf(snippet: string) {
  return inspect(asked({ snippets: [snippet] })).snippets[0]!;
}

function asked(change: Partial<Inspection>): Inspection {
  return { files, library, snippets: [], importers: [], ...change };
}
