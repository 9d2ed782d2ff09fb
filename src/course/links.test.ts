import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { readCourse } from './course.ts';
import { smallCourse, type Tree, write } from './tree.test-support.ts';

/** Two lessons, the second beside the first; the library exports one function. */
const linkedCourse = {
  ...smallCourse,
  'content/outline.yaml': [
    'chapters:',
    '  - id: cart',
    '    title: { en: The cart, ko: 장바구니 }',
    '    lessons:',
    '      - id: late',
    '        title: { en: Too late, ko: 늦은 상품 }',
    '      - id: early',
    '        title: { en: Too early, ko: 이른 상품 }',
  ].join('\n'),
  'content/cart/early/en.mdx': '## What `add` does\n\n```md\n## In code\n```\n\n## Why?\n\n## Why?\n',
  'content/cart/early/ko.mdx': '## 왜 그럴까?\n',
  'exercises/library/index.ts': "export { eventFactory } from './messages.ts';\n",
  'exercises/library/messages.ts': 'export function eventFactory() {}\n',
  'exercises/library/testing.ts': '',
} satisfies Tree;

const late = 'content/cart/late/en.mdx';
const readWith = (tree: Tree) => readCourse(write({ ...linkedCourse, ...tree }));
const inLesson = (text: string): Tree => ({ [late]: `${linkedCourse[late]}\n${text}\n` });

it.each([
  'another lesson: [early](../early/)',
  'a heading with code in it: [early](../early/#what-add-does)',
  'the second of two equal headings: [early](../early/#why-1)',
  'a term: [cart](../../glossary/#cart)',
  'the overview of the library: [all](../../reference/)',
  'an export of the library: [it](../../reference/event-factory/)',
  'the front page: [home](../../)',
  'the exercises: [all](../../exercises/)',
  'the own page of an exercise: [late item](../../exercises/cart/late-item/)',
  'the progress: [mine](../../progress/#data)',
  'the other language: [Korean](../../../ko/cart/early/#왜-그럴까)',
  'its own page: [here](#)',
  'another site: [there](https://example.com/nowhere) or [write](mailto:nobody@example.com)',
  'nothing, being an image: ![cart](./cart.png)',
  'nothing, being code: `[early](../earl/)`',
  'a text over two lines: [early\nas well](../early/ "Early")',
])('a link may lead to %s', (text) => {
  expect(() => readWith(inLesson(text))).not.toThrow();
});

describe('a link that leads nowhere stops the build:', () => {
  const mistakes: { mistake: string; tree: Tree; message: string }[] = [
    {
      mistake: 'a lesson that does not exist',
      tree: inLesson('[early](../earli/)'),
      message: `${late}: the link ../earli/ leads to no page. Did you mean ../early/?`,
    },
    {
      mistake: 'an address without its last slash',
      tree: inLesson('[early](../early)'),
      message: `${late}: the link ../early leads to no page. Did you mean ../early/?`,
    },
    {
      mistake: 'nothing that is near to it',
      tree: inLesson('<a href="../../deliveries/tomorrow/">tomorrow</a>'),
      message: `${late}: the link ../../deliveries/tomorrow/ leads to no page. A link to a lesson starts from this page and ends in a slash, as in ../other-lesson/.`,
    },
    {
      mistake: 'an address that begins with a slash',
      tree: inLesson('[cart](/en/glossary/#cart)'),
      message: `${late}: the link /en/glossary/#cart leaves out the base path that a host may choose. Write ../../glossary/#cart.`,
    },
    {
      mistake: 'a heading that does not exist',
      tree: inLesson('[early](../early/#what-adds-does)'),
      message: `${late}: the link ../early/#what-adds-does names no heading of its page. Did you mean #what-add-does?`,
    },
    {
      mistake: 'a heading that stands in a code block',
      tree: inLesson('[early](../early/#in-code)'),
      message: `${late}: the link ../early/#in-code names no heading of its page. Link to the page alone.`,
    },
    {
      mistake: 'a term that the glossary does not have',
      tree: inLesson('[carts][1]\n\n[1]: ../../glossary/#carts'),
      message: `${late}: the link ../../glossary/#carts names no heading of its page. Did you mean #cart?`,
    },
    {
      mistake: 'an export that the library does not have',
      tree: inLesson('[it](../../reference/event-factories/)'),
      message: `${late}: the link ../../reference/event-factories/ leads to no page. Did you mean ../../reference/event-factory/?`,
    },
    {
      mistake: 'the page of an exercise that does not exist',
      tree: inLesson('[late item](../../exercises/cart/late-items/)'),
      message: `${late}: the link ../../exercises/cart/late-items/ leads to no page. Did you mean ../../exercises/cart/late-item/?`,
    },
    {
      mistake: 'a heading of the reference',
      tree: inLesson('[it](../../reference/event-factory/#example)'),
      message: `${late}: the link ../../reference/event-factory/#example leads into a page of the reference. Its headings are not checked: link to the page.`,
    },
    {
      mistake: 'a draft',
      tree: {
        ...inLesson('[early](../early/)'),
        'content/cart/early/en.mdx': '---\ndraft: true\n---\n',
        'content/cart/early/ko.mdx': '---\ndraft: true\n---\n',
      },
      message: `${late}: the link ../early/ leads to a draft, which the build leaves out. Finish that lesson, or take the link out.`,
    },
    {
      mistake: 'from the button of a front page',
      tree: { 'content/ko.mdx': '---\nhero:\n  actions:\n    - text: 시작\n      link: ./cart/lat/\n---\n' },
      message: 'content/ko.mdx: the link ./cart/lat/ leads to no page. Did you mean cart/late/?',
    },
    {
      mistake: 'from an exercise, which stands on the page of its lesson',
      tree: {
        'exercises/cart/late-item/ko.md':
          '---\ntitle: 늦은 상품\n---\n[처음](../late-item/)\n\n## Hint\n\nH\n\n## Mistake: adds-anyway\n\nM\n',
      },
      message:
        'exercises/cart/late-item/ko.md: the link ../late-item/ leads to no page. A link to a lesson starts from this page and ends in a slash, as in ../other-lesson/.',
    },
  ];

  it.each(mistakes)('$mistake', ({ tree, message }) => {
    expect(() => readWith(tree)).toThrow(new AuthorError(...cut(message)));
  });
});

/** `file: found. todo` */
function cut(message: string): [string, string, string] {
  const [, file = '', found = '', todo = ''] = /^(.+?): (.+?)\. ([A-Z].*)$/.exec(message) ?? [];
  return [file, found, todo];
}
