import { expect, it } from 'vitest';
import { readCourse } from './course.ts';
import { exercisesByChapter, exercisesInOrder } from './exercise-order.ts';
import { smallCourse, write, type Tree } from './tree.test-support.ts';

/** `cart/late-item` again, with its texts and files, under another id. */
const copiedExercise = (id: string): Tree =>
  Object.fromEntries(
    Object.entries(smallCourse)
      .filter(([path]) => path.startsWith('exercises/cart/late-item/'))
      .map(([path, text]) => [path.replace('cart/late-item', id), text]),
  );

const course = () =>
  readCourse(
    write({
      ...smallCourse,
      ...copiedExercise('cart/a-first-item'),
      ...copiedExercise('pay/a-refund'),
      'content/outline.yaml': [
        'chapters:',
        '  - { id: pay, title: { en: Pay, ko: 결제 }, lessons: [{ id: refund, title: { en: Refund, ko: 환불 } }] }',
        '  - id: cart',
        '    title: { en: The cart, ko: 장바구니 }',
        '    lessons:',
        '      - { id: read-only, title: { en: Read, ko: 읽기 } }',
        '      - { id: late, title: { en: Too late, ko: 늦은 상품 } }',
        '  - { id: end, title: { en: End, ko: 끝 }, lessons: [{ id: last, title: { en: Last, ko: 끝 } }] }',
      ].join('\n'),
      ...Object.fromEntries(
        ['en', 'ko'].flatMap((locale) => [
          [`content/pay/refund/${locale}.mdx`, '<Exercise id="pay/a-refund" />\n'],
          [`content/cart/read-only/${locale}.mdx`, 'Text\n'],
          [`content/end/last/${locale}.mdx`, 'Text\n'],
          [
            `content/cart/late/${locale}.mdx`,
            '<Exercise id="cart/late-item" />\n\n<Exercise id="cart/a-first-item" />\n',
          ],
        ]),
      ),
    }),
  );

it('exercises follow the outline and the text of each lesson, not the alphabet', () => {
  expect(exercisesInOrder(course()).map(({ exercise, lesson }) => [exercise.id, lesson.id])).toEqual([
    ['pay/a-refund', 'pay/refund'],
    ['cart/late-item', 'cart/late'],
    ['cart/a-first-item', 'cart/late'],
  ]);
});

it('a chapter or lesson without exercises is not among them', () => {
  const chapters = exercisesByChapter(course()).map(({ id, lessons }) => [
    id,
    lessons.map(({ lesson, exercises }) => [lesson.id, exercises.map((exercise) => exercise.id)]),
  ]);
  expect(chapters).toEqual([
    ['pay', [['pay/refund', ['pay/a-refund']]]],
    ['cart', [['cart/late', ['cart/late-item', 'cart/a-first-item']]]],
  ]);
});
