import { expect, it } from 'vitest';
import { offeredFrontPage } from './front-page.ts';

const begin = { text: 'Begin', link: './events/first/' };
const korean = { text: '한국어로', link: '../ko/' };
const page = { template: 'splash', hero: { tagline: 'Learn', actions: [begin, korean] } };
const isLeftOut = (link: string) => link.includes('events');

it('stays as it is where everything is offered', () => {
  expect(offeredFrontPage(page, { languages: ['en', 'ko'] }, () => false, 'events/first')).toEqual(page);
});

it('has no button to a language that is not offered', () => {
  const { hero } = offeredFrontPage(page, { languages: ['en'] }, () => false, 'events/first');

  expect(hero).toEqual({ tagline: 'Learn', actions: [begin] });
});

it('leads to the first lesson that is offered', () => {
  const { hero } = offeredFrontPage(page, { languages: ['en', 'ko'] }, isLeftOut, 'stock/count');

  expect(hero.actions).toEqual([{ ...begin, link: './stock/count/' }, korean]);
});
