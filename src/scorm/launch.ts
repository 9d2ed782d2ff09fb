/**
 * What a learning platform opens: keeps the session with the platform, while the course is read in a frame, from page to
 * page. A platform may close the window when a session ends, so that no page of the course has one of its own.
 */
import { chooseLocale } from '../i18n/choose-locale.ts';
import { scormWords } from '../i18n/scorm.ts';
import { hashFiles } from '../progress/hash-files.ts';
import { siteRoot } from '../site-address.ts';
import { findApi } from './find-api.ts';
import { beginSession, type KeyedExercise, type Session } from './session.ts';

const frame = document.querySelector('iframe')!;
const status = document.querySelector('[role=status]')!;
const words = scormWords[chooseLocale(null, navigator.languages) ?? 'en'];
const exercises = JSON.parse(frame.dataset['exercises']!) as KeyedExercise[];

const api = findApi(window);
const session = api && beginSession(api, exercises, (why) => say(`${words.refused} ${why}`));
if (!api) say(words.alone);
if (session?.learner) document.documentElement.dataset['learner'] = hashFiles({ learner: session.learner });
if (session) await follow(session);
frame.src = pageOf(session?.place ?? '');

async function follow(running: Session): Promise<void> {
  frame.addEventListener('load', () => {
    const { pathname, hash } = frame.contentWindow!.location;
    if (pathname.startsWith(siteRoot)) running.keepPlace(pathname.slice(siteRoot.length) + hash);
  });
  addEventListener('pagehide', () => running.end());
  // The browser kept the page, but its session has ended.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  // Only now, because it is named after the learner what the browser keeps.
  const { reportProgress } = await import('./course-progress.ts');
  await reportProgress(running);
}

/** A page of the course, whatever the platform answered. */
function pageOf(place: string): string {
  const root = new URL(siteRoot, location.href);
  const address = new URL(place === '' ? 'index.html' : place, root);
  const isPage = address.href.startsWith(root.href) && address.pathname.endsWith('.html');
  return (isPage && address.pathname !== location.pathname ? address : new URL('index.html', root)).href;
}

function say(text: string): void {
  status.textContent = text;
}
