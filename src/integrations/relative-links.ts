import { posix } from 'node:path';

/** The base path of a portable build. It stands only where a link of the page does. */
export const anywhere = '/__past-tense-anywhere__';

const links = new RegExp(`${anywhere}(?<path>/[^\\s"'\`&<>()\\\\]*)?`, 'g');

/** `href="../late/"`, also in HTML that is a text in the data of an attribute: `href=\&quot;../late/\&quot;`. */
const relative = /(?<before>\shref=(?:"|\\&quot;))(?<link>(?!\/)[\w./-]*\/(?:#[^"&\\]*)?)(?=["\\])/g;

/**
 * A page that was built for `anywhere`, with links that start from the page and name the files of other pages: on
 * `en/cart/late.html` the link `/…anywhere…/en/stock/#why` becomes `../stock.html#why`, and so does `../../stock/#why`,
 * which starts from the address that the page has elsewhere, `en/cart/late/`. The root element says where the root is.
 * `files` are those of the site, `page` is one of them. Throws at a link to a page that is not there.
 */
export function withRelativeLinks(html: string, page: string, files: ReadonlySet<string>): string {
  const folder = posix.dirname(page);
  const address = page.replace(/(?:^|(?<=\/))index\.html$|\.html$/, (end) => (end === '.html' ? '/' : ''));
  const linkTo = (path: string): string => {
    const [, name = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path)!;
    const file = name === '' || name.endsWith('/') ? pageFile(name, files) : name;
    if (file === undefined) throw new Error(`${page}: the link to ${path} leads to no page of the site.`);
    const link = posix.relative(folder, file);
    return `${link.startsWith('.') ? '' : './'}${link}${rest}`;
  };
  const root = posix.relative(folder, '.');
  return html
    .replace(relative, (_, before: string, link: string) => {
      const { pathname, hash } = new URL(link, `https://course.invalid/${address}`);
      return before + linkTo(pathname.slice(1) + hash);
    })
    .replace(links, (_, path = '/') => linkTo((path as string).slice(1)))
    .replace(/<html(?=[\s>])/, `<html data-root="${root === '' ? '.' : root}/"`);
}

/** `en/cart/` is `en/cart.html`; the root is `index.html`. */
function pageFile(name: string, files: ReadonlySet<string>): string | undefined {
  const path = name.replace(/\/$/, '');
  return [`${path}.html`, posix.join(path, 'index.html')].find((file) => files.has(file));
}
