/**
 * The rendered text of an exercise, for another page than its lesson's: links that start from the lesson, `../late/` or
 * `#why`, start from the root of the site. `lesson` is the address of the lesson's page, from the root.
 */
export function withLinksFromRoot(html: string, lesson: string): string {
  return html.replaceAll(/(\shref=")([^"]*)"/g, (whole, before: string, link: string) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(link)) return whole;
    // Tabs refer to their panels.
    if (link.startsWith('#') && html.includes(`id="${link.slice(1)}"`)) return whole;
    const { pathname, search, hash } = new URL(link, `https://course.invalid${lesson}`);
    return `${before}${pathname}${search}${hash}"`;
  });
}
