import { describe, expect, it, vi } from 'vitest';
import { readExercises } from '../course/exercises.ts';
import { write, type Tree } from '../course/tree.test-support.ts';
import { checkExercise } from './check-exercise.ts';
import { shipExercise } from './judge-exercise.ts';
import { librarySources } from './library-sources.ts';

// Each test puts a whole exercise through the gate.
vi.setConfig({ testTimeout: 30_000 });

const folder = 'exercises/kitchen/raise-price';
const library = librarySources(process.cwd());

const menu = (change: { imports?: string; register?: string; raise?: string } = {}): string => `
import { AggregateRoot, type DomainEvent } from 'past-tense';
${change.imports ?? ''}
type PriceRaised = DomainEvent<'PriceRaised'>;
export class Menu extends AggregateRoot<PriceRaised> {
  readonly id = 'kimbap';
  won = 9000;
  ${change.register ?? ''}
  raise(by: number): void { ${change.raise ?? 'this.won += by;'} }
}
`;

const sample: Tree = {
  [`${folder}/exercise.yaml`]: `opens: domain/menu.ts
level: 1
minutes: 5
types:
  - name: only the menu registers events
    says: Everybody can write the menu's history
    refused: |
      import { Menu } from './domain/menu.ts';
      const menu = new Menu();
      menu.registerEvent({} as never); // refused
  - name: a price can be read
    says: The price list reads it
    compiles: |
      import { Menu } from './domain/menu.ts';
      export const won: number = new Menu().won;
imports:
  - name: the domain imports nothing from outside
    says: A test of the menu needs a mail server
    files: [domain/]
    may: [domain/, past-tense]
untouched:
  - name: price-list.ts stays as it is
    says: The list needs no change
    files: [price-list.ts]
`,
  [`${folder}/en.md`]: text(''),
  [`${folder}/ko.md`]: text(`tests:
  raises the price: 가격을 올린다
  only the menu registers events: 이벤트는 메뉴만 등록한다
  a price can be read: 가격을 읽을 수 있다
  the domain imports nothing from outside: 도메인은 바깥을 가져오지 않는다
  price-list.ts stays as it is: price-list.ts는 그대로다
messages:
  more won: 더 비싸야 합니다
  Everybody can write the menu's history: 누구나 메뉴의 역사를 쓸 수 있습니다
  The price list reads it: 가격표가 읽습니다
  A test of the menu needs a mail server: 메뉴 테스트에 메일 서버가 필요해집니다
  The list needs no change: 가격표는 바꿀 필요가 없습니다
`),
  [`${folder}/mail.ts`]:
    'export type Mail = { readonly to: string };\nexport const send = (_: Mail): void => {};',
  [`${folder}/price-list.ts`]:
    "import { Menu } from './domain/menu.ts';\nexport const total = (menus: readonly Menu[]): number => menus.length;",
  [`${folder}/domain/menu.ts`]: menu({ raise: 'void by;' }),
  [`${folder}/domain/menu.solution.ts`]: menu(),
  [`${folder}/domain/menu.alternative-sum.ts`]: menu({
    raise: 'this.won = [this.won, by].reduce((a, b) => a + b);',
  }),
  [`${folder}/domain/menu.mistake-open-register.ts`]: menu({
    register:
      'override registerEvent<T extends PriceRaised>(event: T): T { return super.registerEvent(event); }',
  }),
  [`${folder}/domain/menu.mistake-open-register.arrow.ts`]: menu({
    register: 'override registerEvent = <Event extends PriceRaised>(event: Event): Event => event;',
  }),
  [`${folder}/domain/menu.mistake-sends-mail.ts`]: menu({
    imports: "import type { Mail } from '../mail.ts';\nexport type Sent = Mail;",
  }),
  [`${folder}/domain/menu.mistake-hides-the-price.ts`]: menu().replaceAll('won', '_won'),
  [`${folder}/price-list.mistake-edits-the-list.ts`]:
    "import { Menu } from './domain/menu.ts';\nexport const total = (menus: readonly Menu[]): number => menus.length + 1;",
  [`${folder}/domain/menu.test.ts`]: `
import { expect, it } from 'vitest';
import { Menu } from './menu.ts';
it('raises the price', () => {
  const menu = new Menu();
  const price = () => Number(Object.values(menu).find((value) => typeof value === 'number'));
  const before = price();
  menu.raise(500);
  expect(price(), 'more won').toBe(before + 500);
});`,
};

it('a sound exercise with source checks passes the gate, and mistakes are told apart by them', async () => {
  const { ms: _, ...found } = await check({});
  expect(found).toEqual({
    id: 'kitchen/raise-price',
    starter: 'failed',
    solution: 'passed',
    alternatives: { sum: 'passed' },
    mistakes: {
      'edits-the-list': 'failed',
      'hides-the-price': 'failed',
      'open-register': 'failed',
      'open-register.arrow': 'failed',
      'sends-mail': 'failed',
    },
    fingerprints: {
      'edits-the-list': [fails('price-list.ts stays as it is', 'The list needs no change')],
      'hides-the-price': [fails('a price can be read', 'The price list reads it')],
      'open-register': [fails('only the menu registers events', "Everybody can write the menu's history")],
      'sends-mail': [
        fails('the domain imports nothing from outside', 'A test of the menu needs a mail server'),
      ],
    },
    complaints: [],
  });
});

it('what the browser gets are the checks with the files they name', async () => {
  const [exercise] = readExercises(write(sample));
  const { tests, checks } = (await shipExercise(exercise!, library)).bundle;
  expect(tests).toEqual(['raises the price']);
  expect(checks).toMatchObject([
    { kind: 'types', name: 'only the menu registers events', refused: [3] },
    { kind: 'types', name: 'a price can be read', refused: [] },
    {
      kind: 'imports',
      files: ['./domain/menu.ts'],
      may: ['./domain/menu.ts', 'past-tense/index.ts'],
    },
    { kind: 'untouched', files: { './price-list.ts': sample[`${folder}/price-list.ts`] } },
  ]);
});

describe('the gate complains about', () => {
  it.each<[string, Tree, string]>([
    [
      'a solution that fails a check',
      { 'domain/menu.solution.ts': sample[`${folder}/domain/menu.mistake-sends-mail.ts`] },
      'domain/menu.solution.ts: it fails "the domain imports nothing from outside": A test of the menu needs a mail server: expected no import of \'../mail.ts\'.',
    ],
    [
      'an alternative that fails a check',
      { 'domain/menu.alternative-sum.ts': sample[`${folder}/domain/menu.mistake-hides-the-price.ts`] },
      'domain/menu.alternative-sum.ts: it fails "a price can be read"',
    ],
    [
      'a snippet that is refused whatever the learner writes',
      {
        'exercise.yaml': sample[`${folder}/exercise.yaml`]!.replace(
          'menu.registerEvent',
          'menu.registrEvent',
        ),
      },
      'exercise.yaml: neither the starter nor a mistake fails "only the menu registers events", so nothing shows that it can fail.',
    ],
    [
      'a check without a Korean name',
      { 'ko.md': sample[`${folder}/ko.md`]!.replace('a price can be read: ', 'a price: ') },
      'ko.md: the test "a price can be read" has no Korean name.',
    ],
    [
      'a check that says nothing in Korean',
      { 'ko.md': sample[`${folder}/ko.md`]!.replace('The list needs no change: ', 'The list: ') },
      'ko.md: what a test says, "The list needs no change", is not said in Korean.',
    ],
  ])('%s', async (_, change, complaint) => {
    const { complaints } = await check(change);
    expect(complaints).toContainEqual(expect.stringContaining(`${folder}/${complaint}`));
  });
});

describe('the build stops for', () => {
  it.each<[string, Tree, string]>([
    [
      'a solution that fails a check',
      { 'domain/menu.solution.ts': sample[`${folder}/domain/menu.mistake-sends-mail.ts`] },
      'domain/menu.solution.ts: the solution does not pass: fails "the domain imports nothing from outside"',
    ],
    [
      'a check with the name of a hidden test',
      {
        'exercise.yaml': sample[`${folder}/exercise.yaml`]!.replace(
          'a price can be read',
          'raises the price',
        ),
      },
      'exercise.yaml: a check is named "raises the price", as is a test. Give the check a name of its own.',
    ],
  ])('%s', async (_, change, message) => {
    const [exercise] = readExercises(write(changed(change)));
    await expect(shipExercise(exercise!, library)).rejects.toThrow(`${folder}/${message}`);
  });
});

function check(change: Tree) {
  const [exercise] = readExercises(write(changed(change)));
  return checkExercise(process.cwd(), exercise!, library);
}

function changed(change: Tree): Tree {
  const moved = Object.entries(change).map(([path, content]) => [`${folder}/${path}`, content]);
  return { ...sample, ...Object.fromEntries(moved) };
}

function text(frontmatter: string): string {
  const mistakes = ['open-register', 'sends-mail', 'hides-the-price', 'edits-the-list'];
  const sections = mistakes.map((name) => `## Mistake: ${name}\n\nText.\n`);
  return `---\ntitle: Raise the price\n${frontmatter}---\n\nTask.\n\n${sections.join('\n')}`;
}

const fails = (name: string, saying: string) => ({ kind: 'fails', test: name, saying });
