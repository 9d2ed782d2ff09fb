import { expect, it } from 'vitest';
import { anywhere, withRelativeLinks } from './relative-links.ts';

const files = new Set([
  'index.html',
  'en.html',
  'ko.html',
  'en/cart/late.html',
  'en/cart/early.html',
  'en/stock.html',
  '_astro/page.Cq.js',
]);

/** What becomes of a piece of HTML on a page. */
const on = (page: string, html: string) => withRelativeLinks(html, page, files);
const late = 'en/cart/late.html';

it.each([
  [late, `<a href="${anywhere}/en/stock/">`, '<a href="../stock.html">'],
  [late, `<a href="${anywhere}/en/stock.html">`, '<a href="../stock.html">'],
  [late, `<a href="${anywhere}/en/cart/early/?a=b#why">`, '<a href="./early.html?a=b#why">'],
  [late, `<a href="${anywhere}/">`, '<a href="../../index.html">'],
  [late, `<a href="${anywhere}">`, '<a href="../../index.html">'],
  ['en.html', `<option value="${anywhere}/ko.html">`, '<option value="./ko.html">'],
  ['index.html', `<a href='${anywhere}/en/'>`, "<a href='./en.html'>"],
])('on %s turns %s into %s', (page, before, after) => {
  expect(on(page, before)).toBe(after);
});

it('leads the relative links of lessons, which end in a slash, to files', () => {
  expect(on(late, '<a href="../early/#why">')).toBe('<a href="./early.html#why">');
  expect(on(late, '<a class="x" href="../../stock/">')).toBe('<a class="x" href="../stock.html">');
  expect(on('en.html', '<a href="cart/late/">')).toBe('<a href="./en/cart/late.html">');
});

it('leads links in the data of an attribute there too', () => {
  const data = (link: string) => `<i props="{&quot;a&quot;:&quot;<a href=\\&quot;${link}\\&quot;>&quot;}">`;
  expect(on(late, data('../early/'))).toBe(data('./early.html'));
  expect(on(late, `<i props="[&quot;${anywhere}/runtime/a.1.json&quot;]">`)).toBe(
    '<i props="[&quot;../../runtime/a.1.json&quot;]">',
  );
});

it('keeps what a script imports a path, also beside the page', () => {
  const script = (path: string) => `<script type="module">import"${path}";</script>`;
  expect(on('en.html', script(`${anywhere}/_astro/page.Cq.js`))).toBe(script('./_astro/page.Cq.js'));
});

it.each(['<a href="#why">', '<a href="https://example.org/a/">', '<a href="mailto:a@example.org">'])(
  'leaves %s alone',
  (html) => {
    expect(on(late, html)).toBe(html);
  },
);

it('says on the root element where the root is', () => {
  expect(on(late, '<html lang="en">')).toBe('<html data-root="../../" lang="en">');
  expect(on('en.html', '<html>')).toBe('<html data-root="./">');
});

it('refuses a link to a page that is not there', () => {
  expect(() => on(late, '<a href="../sooner/">')).toThrow(
    'en/cart/late.html: the link to en/cart/sooner/ leads to no page of the site.',
  );
});
