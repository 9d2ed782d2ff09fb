import { expect, it } from 'vitest';
import { withLinksFromRoot } from './lesson-links.ts';

const seen = (link: string) =>
  withLinksFromRoot(`<p>See <a class="x" href="${link}">this</a>.</p>`, '/base/en/cart/late/');

it.each([
  ['../early/#why', '/base/en/cart/early/#why'],
  ['#why', '/base/en/cart/late/#why'],
  ['../../glossary/#cart', '/base/en/glossary/#cart'],
  ['/base/en/reference/event-factory/', '/base/en/reference/event-factory/'],
  ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
  ['mailto:nobody@example.com', 'mailto:nobody@example.com'],
])('%s leads from another page to where it leads from the lesson: %s', (link, address) => {
  expect(seen(link)).toBe(`<p>See <a class="x" href="${address}">this</a>.</p>`);
});

it('a link to a place in the text itself stays', () => {
  const tabs = '<a href="#panel-1">Java</a><div id="panel-1">Code</div>';
  expect(withLinksFromRoot(tabs, '/en/cart/late/')).toBe(tabs);
});
