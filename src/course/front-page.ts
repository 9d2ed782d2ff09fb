import type { Site } from './site-settings.ts';

type Action = { readonly link?: unknown };
type Hero = { readonly actions?: readonly Action[] };

/**
 * The frontmatter of a front page as a host offers the course: a button to another language goes if that one is not
 * offered, and one to a lesson that is left out leads to the first that is not.
 */
export function offeredFrontPage<Data extends Readonly<Record<string, unknown>>>(
  data: Data,
  { languages }: Pick<Site, 'languages'>,
  isLeftOut: (link: string) => boolean,
  firstLesson: string,
): Data {
  const { actions, ...hero } = (data['hero'] ?? {}) as Hero;
  if (!actions) return data;
  const kept = actions.filter(({ link }) => {
    const [, language] = /^\.\.\/([a-z]+)\/$/.exec(String(link)) ?? [];
    return language === undefined || languages.some((each) => each === language);
  });
  const leading = kept.map((action) =>
    isLeftOut(String(action.link)) ? { ...action, link: `./${firstLesson}/` } : action,
  );
  return { ...data, hero: { ...hero, actions: leading } };
}
