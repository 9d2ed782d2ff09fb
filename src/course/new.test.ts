import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { published, readCourse } from './course.ts';
import { newExercise } from './new-exercise.ts';
import { parseNewId } from './new-id.ts';
import { newLesson } from './new-lesson.ts';
import { smallCourse, type Tree, write } from './tree.test-support.ts';

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8');
const lesson = (root: string, id: string) => newLesson(root, parseNewId('lesson', [id]));
const exercise = (root: string, id: string) => newExercise(root, parseNewId('exercise', [id]));

describe('a new exercise', () => {
  it('is a complete draft that needs no lesson and is not published', () => {
    const root = write(smallCourse);

    const files = exercise(root, 'cart/two-carts');

    expect(files).toContain('exercises/cart/two-carts/exercise.yaml');
    const course = readCourse(root);
    const made = course.exercises.find(({ id }) => id === 'cart/two-carts');
    expect(made?.settings.draft).toBe(true);
    expect(made?.texts.ko.title).toBe('Two carts');
    expect(made?.files.variants.map(({ role }) => role)).toEqual([
      'alternative',
      'mistake',
      'mistake',
      'mistake',
    ]);
    expect(published(course).exercises.map(({ id }) => id)).toEqual(['cart/late-item']);
  });

  it('may be named like a number', () => {
    const root = write(smallCourse);
    exercise(root, 'cart/2');
    expect(readCourse(root).exercises[0]?.texts.en.title).toBe('2');
  });
});

describe('a new lesson', () => {
  it('is a draft at the end of its chapter, and the outline keeps its comments', () => {
    const outline = [
      '# Order and titles live here.',
      'chapters:',
      '  - id: cart # stays',
      '    title: { en: The cart, ko: 장바구니 }',
      '    lessons:',
      '      - id: late',
      '        title: { en: Too late, ko: 늦은 상품 }',
      '  # The second half.',
      '  - id: bill',
      '    title: { en: The bill, ko: 계산서 }',
      '    lessons: []',
      '',
    ].join('\n');
    const root = write({ ...smallCourse, 'content/outline.yaml': outline });

    const files = lesson(root, 'cart/two-carts');
    lesson(root, 'bill/tip');

    expect(files).toEqual([
      'content/cart/two-carts/en.mdx',
      'content/cart/two-carts/ko.mdx',
      'content/outline.yaml',
    ]);
    expect(text(root, 'content/outline.yaml')).toBe(
      outline
        .replace(
          '  # The second',
          '      - id: two-carts\n        title:\n          en: Two carts\n          ko: Two carts\n  # The second',
        )
        .replace(
          'lessons: []',
          'lessons:\n      - id: tip\n        title:\n          en: Tip\n          ko: Tip',
        ),
    );
    const course = readCourse(root);
    expect(course.lessons.map(({ id, draft }) => [id, draft])).toEqual([
      ['cart/late', false],
      ['cart/two-carts', true],
      ['bill/tip', true],
    ]);
  });

  it('goes into an outline on one line too', () => {
    const onOneLine =
      'chapters: [{ id: cart, title: { en: C, ko: C }, lessons: [{ id: late, title: { en: L, ko: L } }] }]\n';
    const root = write({ ...smallCourse, 'content/outline.yaml': onOneLine });
    lesson(root, 'cart/two-carts');
    expect(readCourse(root).lessons.map(({ id }) => id)).toEqual(['cart/late', 'cart/two-carts']);
  });
});

describe('what is published', () => {
  const draftLesson = {
    'content/cart/late/en.mdx': '---\ndraft: true\n---\n<Exercise id="cart/late-item" />',
    'content/cart/late/ko.mdx': '---\ndraft: true\n---\n<Exercise id="cart/late-item" />',
  };
  const draftExercise = {
    'exercises/cart/late-item/exercise.yaml': 'opens: cart.ts\nlevel: 1\nminutes: 10\ndraft: true\n',
  };

  it.each<[string, Tree, object]>([
    ['everything that is no draft', {}, { chapters: ['cart'], lessons: ['cart/late: cart/late-item'] }],
    ['no draft of a lesson, nor its exercise, nor its chapter', draftLesson, { chapters: [], lessons: [] }],
    [
      'a lesson without its draft of an exercise',
      draftExercise,
      { chapters: ['cart'], lessons: ['cart/late: '] },
    ],
  ])('is %s', (_, tree, shown) => {
    const { outline, lessons, exercises } = published(readCourse(write({ ...smallCourse, ...tree })));
    expect({
      chapters: outline.chapters.map(({ id }) => id),
      lessons: lessons.map((each) => `${each.id}: ${each.exercises.join()}`),
    }).toEqual(shown);
    expect(exercises.map(({ id }) => id)).toEqual(lessons.flatMap((each) => each.exercises));
  });
});

describe('wrong arguments get one message:', () => {
  const example = 'Write one, such as npm run new:lesson aggregates/rename-a-dish';
  const grammar = 'An id is <chapter>/<name>, each of small letters, digits and hyphens: npm run new:lesson';

  it.each<[string, string[], string]>([
    ['none', [], `npm run new:lesson: no id was given. ${example}`],
    ['two', ['cart/a', 'cart/b'], `npm run new:lesson: 2 ids were given. ${example}`],
    [
      'capitals',
      ['Cart/TwoCarts'],
      `npm run new:lesson: "Cart/TwoCarts" is no id. ${grammar} cart/two-carts`,
    ],
    ['no chapter', ['late'], `npm run new:lesson: "late" is no id. ${grammar} aggregates/rename-a-dish`],
    ['a path', ['../x/y'], `npm run new:lesson: "../x/y" is no id. ${grammar} x/y`],
    [
      'an unknown chapter',
      ['sourcing/first'],
      'content/sourcing/first: there is no chapter sourcing. There are cart; a new one begins in content/outline.yaml, with id, title and lessons.',
    ],
    [
      'a mistyped chapter',
      ['crat/first'],
      'content/crat/first: there is no chapter crat. Did you mean cart?',
    ],
    [
      'a lesson that there is',
      ['cart/late'],
      'content/cart/late: the lesson exists already. Choose another name, or edit that one.',
    ],
  ])('%s', (_, args, message) => {
    const root = write(smallCourse);
    expect(() => newLesson(root, parseNewId('lesson', args))).toThrow(expect.objectContaining({ message }));
  });

  it.each<[string, string, string]>([
    [
      'an exercise that there is',
      'cart/late-item',
      'exercises/cart/late-item: the exercise exists already. Choose another name, or edit that one.',
    ],
    [
      'an unknown chapter of exercises',
      'carts/x',
      'exercises/carts/x: there is no chapter carts. Did you mean cart?',
    ],
    [
      'the course library',
      'library/x',
      'exercises/library/x: exercises/library is the course library. Name a chapter.',
    ],
  ])('%s', (_, id, message) => {
    const root = write(smallCourse);
    expect(() => exercise(root, id)).toThrow(expect.objectContaining({ message }));
  });
});
