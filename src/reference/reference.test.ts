import { describe, expect, it } from 'vitest';
import { readLibraryExports } from '../course/library-exports.ts';
import { write, type Tree } from '../course/tree.test-support.ts';
import { documentLibrary, type DocumentedExport } from './document-library.ts';
import { pagesOf } from './load-reference.ts';
import { firstSentence } from './reference-markdown.ts';

const library = {
  'exercises/library/index.ts':
    "export { Shop, openShop } from './shop.ts';\nexport type { Clock } from './clock.ts';\n",
  'exercises/library/clock.ts':
    '/** Tells the time. */\nexport interface Clock {\n  /** Epoch milliseconds. */\n  now(): number;\n}\n',
  'exercises/library/shop.ts': [
    "import type { Clock } from './clock.ts';",
    '',
    '/** A shop with a `Clock`. */',
    'export class Shop {',
    '  #clock: Clock;',
    '  constructor(clock: Clock) {',
    '    this.#clock = clock;',
    '  }',
    '  /** When it opened. Elsewhere: `opening` in Java. Source:',
    '   * the sign on\n   * the door. */',
    '  protected open(): number {',
    '    return this.#clock.now();',
    '  }',
    '}',
    '',
    '/**',
    ' * Opens a {@link Shop}, see {@link Clock.now}.',
    ' *',
    ' * @param clock Its',
    ' * time.',
    ' * @returns The shop.',
    ' * @throws When it is late.',
    ' */',
    'export function openShop(clock: Clock, ...names: string[]): Readonly<Shop> {',
    '  return new Shop(clock);',
    '}',
  ].join('\n'),
  'exercises/library/testing.ts': '/** One. */\nexport const one = 1;\n',
} satisfies Tree;

describe('the reference of a small library', () => {
  let documented: Promise<DocumentedExport[]> | undefined;
  const page = async (locale: 'en' | 'ko', id: string) => {
    documented ??= documentLibrary(write(library));
    return pagesOf(await documented, locale).find((each) => each.id === `${locale}/${id}`)!;
  };

  it('shows a class with its signature and its members, without what is private', async () => {
    const [shown] = (await page('en', 'reference/shop')).markdown.split('## Source code');

    expect(shown).toBe(
      [
        '<p class="reference-kind">class <code>import { Shop } from \'past-tense\'</code></p>',
        '```ts\nclass Shop {\n  constructor(clock: Clock);\n  protected open(): number;\n}\n```',
        '<div lang="en" class="reference-text">',
        'A shop with a [`Clock`](../clock-type/).',
        '</div>',
        '## Members',
        '### open',
        '```ts\nprotected open(): number;\n```',
        '<div lang="en" class="reference-text">',
        'When it opened.',
        '</div>',
        '<div class="reference-label">Elsewhere</div>',
        '<div lang="en" class="reference-text">',
        '`opening` in Java.',
        '</div>',
        '<div class="reference-label">Where the rule comes from</div>',
        '<div lang="en" class="reference-text">',
        'The sign on\nthe door.',
        '</div>',
        '## See also',
        '- <code><a href="../clock-type/">Clock</a></code>',
        '',
      ].join('\n\n'),
    );
  });

  it('shows a function with Korean words around its English docstring', async () => {
    const { title, markdown } = await page('ko', 'reference/open-shop');

    expect(title).toBe('openShop');
    expect(markdown).toContain('설명은 영어로');
    expect(markdown).toContain('Opens a [`Shop`](../shop/), see [`Clock.now`](../clock-type/#now).');
    expect(markdown).toContain(
      '## 매개변수\n\n- `clock`: <code><a href="../clock-type/">Clock</a></code>. <span lang="en">Its time.</span>\n- `...names`: <code>string[]</code>',
    );
    expect(markdown).toContain(
      '## 반환값\n\n<code>Readonly&#60;<a href="../shop/">Shop</a>&#62;</code>. <span lang="en">The shop.</span>',
    );
    expect(markdown).toContain('## 예외\n\n<div lang="en" class="reference-text">\n\nWhen it is late.');
  });

  it('ends with the file that declares the export', async () => {
    expect((await page('en', 'reference/clock-type')).markdown).toContain(
      '<summary>exercises/library/clock.ts</summary>\n\n````ts title="clock.ts"\n/** Tells the time. */',
    );
  });

  it('lists all exports with their first sentences', async () => {
    expect((await page('en', 'reference')).markdown).toContain(
      '## shop.ts\n\n<div lang="en" class="reference-text">\n\n- [`Shop`](./shop/): A shop with a `Clock`.',
    );
  });
});

it('gives every export of the course library one page in each language', async () => {
  const documented = await documentLibrary(process.cwd());
  const ids = readLibraryExports(process.cwd()).map(({ id }) => id);

  for (const locale of ['en', 'ko'] as const) {
    expect(pagesOf(documented, locale).map(({ id }) => id)).toEqual([
      `${locale}/reference`,
      ...ids.map((id) => `${locale}/reference/${id}`),
    ]);
  }
}, 30_000);

it.each([
  {
    mistake: 'an export without a docstring',
    source: 'export class Shop {}',
    message: 'exercises/library/shop.ts: exports Shop without a docstring. Say above it what it is for.',
  },
  {
    mistake: 'a link to nothing',
    source: '/** Like a {@link Shp}. */\nexport class Shop {}',
    message:
      'exercises/library/shop.ts: {@link Shp} in the docstring of Shop names nothing that has a page. Did you mean Shop?',
  },
  {
    mistake: 'a link to what is not exported',
    source: 'class Shelf {}\n/** Has a {@link Shelf}. */\nexport class Shop {}',
    message:
      'exercises/library/shop.ts: {@link Shelf} in the docstring of Shop names nothing that has a page. The library exports Shop, one.',
  },
  {
    mistake: 'a word about a parameter that is not there',
    source: '/**\n * A shop.\n * @param clok The time.\n */\nexport function Shop(clock: number): void {}',
    message:
      'exercises/library: The signature past-tense.Shop has an @param with name "clok", which was not used. Correct the docstring or the export.',
  },
  {
    mistake: 'a tag that no page shows',
    source: '/** A shop. @deprecated */\nexport class Shop {}',
    message:
      'exercises/library/shop.ts: the docstring of Shop has @deprecated, which no page shows. Known: @param, @returns, @throws, @example.',
  },
])('refuses $mistake', async ({ source, message }) => {
  const root = write({
    'exercises/library/index.ts': "export { Shop } from './shop.ts';\n",
    'exercises/library/shop.ts': source,
    'exercises/library/testing.ts': '/** One. */\nexport const one = 1;\n',
  });

  await expect(documentLibrary(root)).rejects.toThrow(
    expect.objectContaining({ name: 'AuthorError', message }),
  );
});

it('ends a first sentence at no full stop inside code', () => {
  expect(firstSentence('Calls `a. b` of\n[`Shop`](../shop/). Then more.')).toBe('Calls `a. b` of `Shop`.');
  expect(firstSentence('No full stop')).toBe('No full stop');
});
