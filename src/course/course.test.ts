import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { readCourse } from './course.ts';
import { exerciseSettings } from './settings.test-support.ts';
import { smallCourse, type Tree, write } from './tree.test-support.ts';

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('readCourse', () => {
  it('keeps no sources of an exercise when the memory is needed, and reads them again', async () => {
    const root = write(smallCourse);
    const [exercise] = readCourse(root).exercises;
    const solution = () => exercise!.sources['cart.solution.ts'];
    const before = solution();
    writeFileSync(join(root, exercise!.folder, 'cart.solution.ts'), '// changed');
    const whileKept = solution();
    await setImmediate();
    collectGarbage();

    expect([whileKept, solution()]).toEqual([before, '// changed']);
  });

  it('reads outline, lessons and exercises of a course without mistakes', () => {
    const course = readCourse(write(smallCourse));

    expect(course.outline.chapters.map(({ id, title }) => [id, title.ko])).toEqual([['cart', '장바구니']]);
    expect(course.lessons).toEqual([
      {
        id: 'cart/late',
        title: { en: 'Too late', ko: '늦은 상품' },
        draft: false,
        exercises: ['cart/late-item'],
      },
    ]);
    expect(course.exercises).toEqual([
      {
        id: 'cart/late-item',
        folder: 'exercises/cart/late-item',
        settings: exerciseSettings({ opens: 'cart.ts', minutes: 10 }),
        texts: {
          en: { title: 'A late item', tests: {}, messages: {}, hints: 1, mistakes: ['adds-anyway'] },
          ko: {
            title: '늦은 상품',
            tests: { 'refuses an item': '상품을 거절한다' },
            messages: {},
            hints: 1,
            mistakes: ['adds-anyway'],
          },
        },
        files: {
          starters: ['cart.ts'],
          specs: [],
          given: ['domain/events.ts'],
          tests: ['cart.test.ts'],
          solution: ['cart.solution.ts'],
          variants: [{ role: 'mistake', name: 'adds-anyway', files: ['cart.mistake-adds-anyway.ts'] }],
        },
        sources: {
          'cart.mistake-adds-anyway.ts': 'export const cart = 2;\n',
          'cart.solution.ts': 'export const cart = 1;\n',
          'cart.test.ts': "import { cart } from './cart.ts';\n",
          'cart.ts': 'export const cart = 0;\n',
          'domain/events.ts': 'export {};\n',
        },
      },
    ]);
  });

  it('gathers the siblings of one variant, and leaves the library alone', () => {
    const { exercises } = readCourse(
      write({
        ...smallCourse,
        'exercises/README.md': 'How to write an exercise',
        'exercises/library/index.ts': '',
        'exercises/cart/late-item/cart-service.ts': '',
        'exercises/cart/late-item/cart-service.solution.ts': '',
        'exercises/cart/late-item/cart-service.mistake-adds-anyway.ts': '',
      }),
    );

    expect(exercises).toHaveLength(1);
    expect(exercises[0]?.files.starters).toEqual(['cart-service.ts', 'cart.ts']);
    expect(exercises[0]?.files.variants).toEqual([
      {
        role: 'mistake',
        name: 'adds-anyway',
        files: ['cart-service.mistake-adds-anyway.ts', 'cart.mistake-adds-anyway.ts'],
      },
    ]);
  });

  it('finds an exercise in the flow, not in code or comments', () => {
    const lesson = [
      '```mdx',
      '<Exercise id="cart/nowhere" />',
      '```',
      'Write `<Exercise id="cart/nowhere" />` {/* <Exercise id="cart/nowhere" /> */}',
      '<Exercise',
      '  id="cart/late-item"',
      '/>',
    ].join('\n');

    const course = readCourse(
      write({ ...smallCourse, 'content/cart/late/en.mdx': lesson, 'content/cart/late/ko.mdx': lesson }),
    );

    expect(course.lessons[0]?.exercises).toEqual(['cart/late-item']);
  });
});

describe('an author’s mistake stops the build:', () => {
  const exercise = 'exercises/cart/late-item';
  const withSpec = {
    [`${exercise}/cart.spec.ts`]: '',
    [`${exercise}/cart.spec.solution.ts`]: '',
    [`${exercise}/cart.mutant-adds-twice.ts`]: '',
  };
  const mistakes: { mistake: string; tree: Tree; message: string }[] = [
    {
      mistake: 'no outline',
      tree: { 'content/outline.yaml': undefined },
      message: 'content/outline.yaml: the file is missing. Add the course’s outline.',
    },
    {
      mistake: 'an outline that is no YAML',
      tree: { 'content/outline.yaml': 'chapters: [' },
      message:
        'content/outline.yaml: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 12. Correct the YAML.',
    },
    {
      mistake: 'a lesson without a Korean title',
      tree: {
        'content/outline.yaml':
          'chapters: [{ id: cart, title: { en: C, ko: C }, lessons: [{ id: late, title: { en: L } }] }]',
      },
      message: 'content/outline.yaml: chapters[0].lessons[0].title.ko is missing. Add it.',
    },
    {
      mistake: 'a lesson with an empty title',
      tree: {
        'content/outline.yaml':
          'chapters: [{ id: cart, title: { en: C, ko: C }, lessons: [{ id: late, title: { en: "", ko: L } }] }]',
      },
      message:
        'content/outline.yaml: chapters[0].lessons[0].title.en: the text is empty. Correct chapters[0].lessons[0].title.en.',
    },
    {
      mistake: 'an unknown key in the outline',
      tree: { 'content/outline.yaml': 'chapters: [{ id: cart, title: { en: C, ko: C }, lesons: [] }]' },
      message: 'content/outline.yaml: unknown key "lesons" in chapters[0]. Did you mean lessons?',
    },
    {
      mistake: 'one id for two lessons',
      tree: {
        'content/outline.yaml':
          'chapters: [{ id: cart, title: &t { en: C, ko: C }, lessons: [{ id: late, title: *t }, { id: late, title: *t }] }]',
      },
      message: 'content/outline.yaml: the id cart/late stands here twice. Give each its own id.',
    },
    {
      mistake: 'a lesson without a file',
      tree: { 'content/cart/late/ko.mdx': undefined },
      message:
        'content/cart/late/ko.mdx: the file is missing. Write it, or take cart/late out of content/outline.yaml.',
    },
    {
      mistake: 'a file without a place in the outline',
      tree: { 'content/cart/early/en.mdx': 'Text' },
      message:
        'content/cart/early/en.mdx: the file has no place in content/outline.yaml. Give it a place there, or delete it.',
    },
    {
      mistake: 'no front page in one language',
      tree: { 'content/ko.mdx': undefined },
      message: 'content/ko.mdx: the file is missing. Write the front page in this language.',
    },
    {
      mistake: 'a lesson with a title of its own',
      tree: { 'content/cart/late/en.mdx': '---\ntitle: Late\n---\n<Exercise id="cart/late-item" />' },
      message:
        'content/cart/late/en.mdx: has a title of its own. Titles live in content/outline.yaml: remove it here.',
    },
    {
      mistake: 'an unknown exercise in a lesson',
      tree: { 'content/cart/late/ko.mdx': '<Exercise id="cart/late" />' },
      message:
        'content/cart/late/ko.mdx: <Exercise id="cart/late"> names no folder exercises/cart/late. Did you mean cart/late-item?',
    },
    {
      mistake: 'an exercise without an id',
      tree: { 'content/cart/late/en.mdx': '<Exercise name="cart/late-item" />' },
      message:
        'content/cart/late/en.mdx: <Exercise name="cart/late-item" /> has no id. Write <Exercise id="chapter/exercise" />.',
    },
    {
      mistake: 'other exercises in Korean than in English',
      tree: { 'content/cart/late/ko.mdx': '글' },
      message:
        'content/cart/late/ko.mdx: its exercises are none where en.mdx has cart/late-item. Give both languages the same exercises in the same order.',
    },
    {
      mistake: 'a draft in one language only',
      tree: {
        'content/cart/late/en.mdx': '---\ndraft: true\n---\n<Exercise id="cart/late-item" />',
      },
      message:
        'content/cart/late/ko.mdx: is no draft where en.mdx is one. Write draft: true into the frontmatter of both languages, or of none.',
    },
    {
      mistake: 'one exercise twice',
      tree: Object.fromEntries(
        ['en', 'ko'].map((locale) => [
          `content/cart/late/${locale}.mdx`,
          '<Exercise id="cart/late-item" />\n<Exercise id="cart/late-item" />',
        ]),
      ),
      message:
        'content/cart/late/en.mdx: <Exercise id="cart/late-item"> already stands in content/cart/late/en.mdx. An exercise stands in exactly one place: remove one of the two.',
    },
    {
      mistake: 'an exercise in no lesson',
      tree: { 'content/cart/late/en.mdx': 'Text', 'content/cart/late/ko.mdx': '글' },
      message:
        'exercises/cart/late-item: the exercise stands in no lesson. Put <Exercise id="cart/late-item" /> into a lesson, in both languages, or delete the folder.',
    },
    {
      mistake: 'no glossary',
      tree: { 'content/glossary.yaml': undefined },
      message: 'content/glossary.yaml: the file is missing. Add it with terms: [].',
    },
    {
      mistake: 'a term without a Korean definition',
      tree: {
        'content/glossary.yaml': 'terms: [{ id: a, term: { en: A, ko: 가 }, definition: { en: A. } }]',
      },
      message: 'content/glossary.yaml: terms[0].definition.ko is missing. Add it.',
    },
    {
      mistake: 'an unknown key in the glossary',
      tree: {
        'content/glossary.yaml':
          'terms: [{ id: a, term: { en: A, ko: 가 }, defintion: { en: A., ko: 가. } }]',
      },
      message: 'content/glossary.yaml: unknown key "defintion" in terms[0]. Did you mean definition?',
    },
    {
      mistake: 'one id for two terms',
      tree: {
        'content/glossary.yaml':
          'terms: [{ id: a, term: &a { en: A, ko: 가 }, definition: *a }, { id: a, term: *a, definition: *a }]',
      },
      message: 'content/glossary.yaml: the id a stands here twice. Give each term its own id.',
    },
    {
      mistake: 'a term of a lesson that is not there',
      tree: {
        'content/glossary.yaml':
          'terms: [{ id: a, term: &a { en: A, ko: 가 }, definition: *a, lesson: cart/lat }]',
      },
      message:
        'content/glossary.yaml: the term a names the lesson cart/lat, which the outline does not have. Did you mean cart/late?',
    },
    {
      mistake: 'no exercise.yaml',
      tree: { [`${exercise}/exercise.yaml`]: undefined },
      message: `${exercise}/exercise.yaml: the file is missing. Add it with opens, level and minutes.`,
    },
    {
      mistake: 'an unknown key in exercise.yaml',
      tree: { [`${exercise}/exercise.yaml`]: 'opens: cart.ts\nlevel: 1\nminuets: 10\nminutes: 10' },
      message: `${exercise}/exercise.yaml: unknown key "minuets". Did you mean minutes?`,
    },
    {
      mistake: 'a key far from every known one',
      tree: { [`${exercise}/exercise.yaml`]: 'opens: cart.ts\nlevel: 1\nminutes: 10\ncolour: red' },
      message: `${exercise}/exercise.yaml: unknown key "colour". Known keys: opens, level, minutes, builds, uses, draft, intrinsics, ends, mutants, equivalent, types, imports, untouched.`,
    },
    {
      mistake: 'a key that belongs one level deeper',
      tree: { [`${exercise}/exercise.yaml`]: 'opens: cart.ts\nlevel: 1\nminutes: 10\nreason: none' },
      message: `${exercise}/exercise.yaml: unknown key "reason". Known keys: opens, level, minutes, builds, uses, draft, intrinsics, ends, mutants, equivalent, types, imports, untouched.`,
    },
    {
      mistake: 'an unknown key in a list',
      tree: {
        [`${exercise}/exercise.yaml`]:
          'opens: cart.ts\nlevel: 1\nminutes: 10\ntypes: [{ name: n, says: s, refuse: x, mutants: y }]',
      },
      message: `${exercise}/exercise.yaml: unknown key "refuse" in types[0]. Did you mean refused?`,
    },
    {
      mistake: 'an equivalent mutant without a reason',
      tree: {
        [`${exercise}/exercise.yaml`]:
          "opens: cart.ts\nlevel: 1\nminutes: 10\nequivalent: [{ file: a, mutator: b, original: c, replacement: 'd' }]",
      },
      message: `${exercise}/exercise.yaml: equivalent[0].reason is missing. Add it.`,
    },
    {
      mistake: 'a faulty code whose requirement nobody named',
      tree: withSpec,
      message: `${exercise}/exercise.yaml: mutants says nothing of adds-twice (cart.mutant-adds-twice.ts). Add what the learner's test has to notice: "adds-twice: your test notices …".`,
    },
    {
      mistake: 'a requirement without its faulty code',
      tree: {
        ...withSpec,
        [`${exercise}/exercise.yaml`]:
          'opens: cart.ts\nlevel: 1\nminutes: 10\nmutants: { adds-twice: it notices, add-twice: it too }',
      },
      message: `${exercise}/exercise.yaml: mutants: add-twice has no file. Did you mean adds-twice?`,
    },
    {
      mistake: 'a level of five',
      tree: { [`${exercise}/exercise.yaml`]: 'opens: cart.ts\nlevel: 5\nminutes: 10' },
      message: `${exercise}/exercise.yaml: level: the level is 1 to 4. Correct level.`,
    },
    {
      mistake: 'an opened file that does not exist',
      tree: { [`${exercise}/exercise.yaml`]: 'opens: card.ts\nlevel: 1\nminutes: 10' },
      message: `${exercise}/exercise.yaml: opens: card.ts names no file that the learner sees. Did you mean cart.ts?`,
    },
    {
      mistake: 'a missing language',
      tree: { [`${exercise}/ko.md`]: undefined },
      message: `${exercise}/ko.md: the file is missing. Write the task in this language.`,
    },
    {
      mistake: 'a text in MDX, as a lesson',
      tree: { [`${exercise}/en.mdx`]: '---\ntitle: Task\n---\n', [`${exercise}/en.md`]: undefined },
      message: `${exercise}/en.mdx: the text of an exercise is Markdown. Rename it to en.md; write components in the lesson.`,
    },
    {
      mistake: 'a missing title',
      tree: { [`${exercise}/en.md`]: 'Task\n\n## Hint\n\n## Mistake: adds-anyway\n' },
      message: `${exercise}/en.md: title is missing. Add it.`,
    },
    {
      mistake: 'an empty title',
      tree: { [`${exercise}/en.md`]: '---\ntitle: " "\n---\nTask\n' },
      message: `${exercise}/en.md: title: the text is empty. Correct title.`,
    },
    {
      mistake: 'a heading that is no section',
      tree: { [`${exercise}/en.md`]: '---\ntitle: A\n---\n\n## Hints\n' },
      message: `${exercise}/en.md: "## Hints" is no section of an exercise. Did you mean Hint?`,
    },
    {
      mistake: 'other hints in Korean than in English',
      tree: { [`${exercise}/ko.md`]: '---\ntitle: 가\n---\n\n## Mistake: adds-anyway\n' },
      message: `${exercise}/ko.md: 0 sections "## Hint" where en.md has 1. Give both languages the same hints.`,
    },
    {
      mistake: 'a mistake that nobody tells the learner about',
      tree: { [`${exercise}/ko.md`]: '---\ntitle: 가\n---\n\n## Hint\n' },
      message: `${exercise}/ko.md: no section "## Mistake: adds-anyway". Tell the learner what mistake-adds-anyway does, or delete that file.`,
    },
    {
      mistake: 'a text about a mistake that has no file',
      tree: {
        [`${exercise}/en.md`]:
          '---\ntitle: A\n---\n\n## Hint\n\n## Mistake: adds-anyway\n\n## Mistake: add-anyway\n',
      },
      message: `${exercise}/en.md: "## Mistake: add-anyway" has no file mistake-add-anyway.ts. Did you mean adds-anyway?`,
    },
    {
      mistake: 'no test',
      tree: { [`${exercise}/cart.test.ts`]: undefined },
      message: `${exercise}: the exercise has no test. Add a hidden test, such as user.test.ts.`,
    },
    {
      mistake: 'nothing to edit',
      tree: {
        [`${exercise}/cart.solution.ts`]: undefined,
        [`${exercise}/cart.mistake-adds-anyway.ts`]: undefined,
      },
      message: `${exercise}: the learner can edit none of its files. Add a solution, such as user.solution.ts beside user.ts.`,
    },
    {
      mistake: 'a starter without a solution',
      tree: { [`${exercise}/cart.solution.ts`]: undefined },
      message: `${exercise}/cart.ts: the starter has a mistake (cart.mistake-adds-anyway.ts) but no solution. Add cart.solution.ts.`,
    },
    {
      mistake: 'a solution without a starter',
      tree: { [`${exercise}/bill.solution.ts`]: '' },
      message: `${exercise}/bill.solution.ts: there is no starter bill.ts beside it. Add the file that the learner begins with.`,
    },
    {
      mistake: 'a variant of nothing',
      tree: { [`${exercise}/bill.alternative-short.ts`]: '' },
      message: `${exercise}/bill.alternative-short.ts: there is no bill.ts whose place it takes. Add bill.ts or rename it.`,
    },
    {
      mistake: 'a file name with an unknown role',
      tree: { [`${exercise}/cart.solutoin.ts`]: '' },
      message: `${exercise}/cart.solutoin.ts: the file’s name gives it no role. Known: x.ts, x.test.ts, x.solution.ts, x.alternative-<name>.ts, x.mistake-<name>.ts, x.mistake-<name>.<spelling>.ts, x.mutant-<name>.ts, x.spec.ts.`,
    },
  ];

  it.each(mistakes)('$mistake', ({ tree, message }) => {
    const root = write({ ...smallCourse, ...tree });

    expect(() => readCourse(root)).toThrow(AuthorError);
    expect(() => readCourse(root)).toThrow(expect.objectContaining({ message }));
  });
});
