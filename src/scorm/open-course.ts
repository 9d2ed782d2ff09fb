import { chooseLocale } from '../i18n/choose-locale.ts';
import { scormWords } from '../i18n/scorm.ts';
import { onProgress, passedExercises, recordPassed } from '../progress/passed.ts';
import { siteRoot } from '../site-address.ts';
import type { Session } from './session.ts';

const words = scormWords[chooseLocale(null, navigator.languages) ?? 'en'];

export const sayAlone = (): void => say(words.alone);
export const sayRefused = (why: string): void => say(`${words.refused} ${why}`);

function say(text: string): void {
  document.querySelector('[role=status]')!.textContent = text;
}

/**
 * Brings what the platform knows into this browser, and from now on reports every pass that is recorded in it: by the
 * judge of a page in the frame, or by an import. Learner code reaches neither, because it has no origin. Ends the
 * session with the page.
 */
export async function follow(frame: HTMLIFrameElement, session: Session): Promise<void> {
  frame.addEventListener('load', () => {
    const { pathname, hash } = frame.contentWindow!.location;
    if (pathname.startsWith(siteRoot)) session.keepPlace(pathname.slice(siteRoot.length) + hash);
  });
  addEventListener('pagehide', () => session.end());
  // The browser kept the page, but its session has ended.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  const here = await passedExercises();
  for (const exercise of session.passed) if (!here.has(exercise)) await recordPassed(exercise);
  const report = async () => session.report(await passedExercises());
  onProgress(() => void report());
  await report();
}

/** Shows the page where the learner left, if the platform names one, or else the first. */
export function openCourse(frame: HTMLIFrameElement, place = ''): void {
  const root = new URL(siteRoot, location.href);
  const first = new URL('index.html', root);
  const page = new URL(place, first);
  const isPage = page.href.startsWith(root.href) && page.pathname.endsWith('.html');
  frame.src = (isPage && page.pathname !== location.pathname ? page : first).href;
}
