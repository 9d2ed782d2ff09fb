import { describe, expect, it } from 'vitest';
import { readCourse } from './course.ts';
import { leftOutLinks } from './left-out.ts';
import { offered } from './offered.ts';
import { smallCourse, write } from './tree.test-support.ts';

/** Two chapters of a lesson and an exercise each. */
const twoChapters = () =>
  readCourse(
    write({
      ...smallCourse,
      'content/outline.yaml': `${smallCourse['content/outline.yaml']}
  - id: stock
    title: { en: Stock, ko: 재고 }
    lessons:
      - id: count
        title: { en: Count, ko: 세기 }`,
      ...Object.fromEntries(
        Object.entries(smallCourse)
          .filter(([path]) => path.includes('/cart/'))
          .map(([path, text]) => [
            path.replaceAll('cart/late', 'stock/count'),
            text.replaceAll('cart/late', 'stock/count'),
          ]),
      ),
    }),
  );

describe('offered', () => {
  it('is the whole course where no chapters are chosen', () => {
    const whole = twoChapters();

    expect(offered(whole, undefined)).toBe(whole);
  });

  it('leaves out lessons and exercises of other chapters', () => {
    const cart = offered(twoChapters(), ['cart']);

    expect(cart.outline.chapters.map(({ id }) => id)).toEqual(['cart']);
    expect(cart.lessons.map(({ id }) => id)).toEqual(['cart/late']);
    expect(cart.exercises.map(({ id }) => id)).toEqual(['cart/late-item']);
  });

  it('keeps every term of the glossary, without a lesson that is left out', () => {
    const whole = twoChapters();

    expect(offered(whole, ['cart']).glossary[0]).toMatchObject({ id: 'cart', lesson: 'cart/late' });
    expect(offered(whole, ['stock']).glossary).toMatchObject([{ id: 'cart' }]);
    expect(offered(whole, ['stock']).glossary[0]).not.toHaveProperty('lesson');
  });
});

describe('leftOutLinks', () => {
  const isLeftOut = () => {
    const whole = twoChapters();
    return leftOutLinks(whole, offered(whole, ['cart']));
  };

  it.each([
    ['content/cart/late/en.mdx', '../../stock/count/'],
    ['content/cart/late/en.mdx', '../../stock/count/#hint'],
    ['content/cart/late/en.mdx', '../../exercises/stock/count-item/'],
    ['exercises/cart/late-item/ko.md', '../../stock/count/'],
    ['content/ko.mdx', './stock/count/'],
  ])('finds in %s that %s is left out', (file, link) => {
    expect(isLeftOut()({ file, link })).toBe(true);
  });

  it.each([
    ['content/cart/late/en.mdx', '../late/'],
    ['content/cart/late/en.mdx', '#hint'],
    ['content/cart/late/en.mdx', '../../glossary/'],
    ['content/cart/late/en.mdx', 'https://stock.example/stock/count/'],
    ['content/ko.mdx', './cart/late/'],
  ])('leaves in %s the link %s', (file, link) => {
    expect(isLeftOut()({ file, link })).toBe(false);
  });
});
