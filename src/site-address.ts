/**
 * Where the site is, what its pages are called, and what the browser keeps for it is named after. A build for one address
 * knows all of it. A portable one (docs/packages.md) is unpacked anywhere: its pages say how far their root is
 * (`data-root`, by integrations/relative-links.ts), and a learning platform may have several learners in one browser.
 */
/** The path of the site on its host: `/` or `/past-tense`, with or without a slash at the end. */
export const siteRoot: string =
  import.meta.env.PORTABLE && typeof document !== 'undefined' ? rootOfPage() : import.meta.env.BASE_URL;

/** How the names of everything begin that the browser keeps for this site, so that two sites on one host never meet. */
export const storagePrefix: string = `past-tense:${siteRoot}${import.meta.env.PORTABLE ? learnerOfPlatform() : ''}`;

/** The address of a page, given with a slash at its end: `/past-tense/en/doctor/`. */
export const pageAddress = (address: string): string =>
  import.meta.env.PORTABLE ? address.replace(/\/$/, '.html') : address;

function rootOfPage(): string {
  return new URL(document.documentElement.dataset['root'] ?? '.', location.href).pathname;
}

/** The page that frames the course for a learning platform says whose course it is (scorm/launch.ts). */
function learnerOfPlatform(): string {
  if (typeof document === 'undefined') return '';
  const pages = [document, window.frameElement?.ownerDocument];
  const learner = pages.map((page) => page?.documentElement.dataset['learner']).find(Boolean);
  return learner === undefined ? '' : `@${learner}`;
}
