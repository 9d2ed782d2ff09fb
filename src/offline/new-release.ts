import { offlineWords } from '../i18n/offline.ts';
import { askWorker } from './ask-worker.ts';
import { storeBeforeReload } from './before-reload.ts';
import './new-release.css';

/** A version that was kept completely still takes a moment to take over; one that was not is downloaded first. */
const takeOverMs = 60_000;

/** What takes longer is written down when the page is left (progress/journal.ts). */
const saveMs = 3_000;

/** Says that a new version waits. It is taken by the learner's press, when their code is stored, and in this tab alone. */
export function announce(registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.new-release')) return;
  const words = offlineWords(document.documentElement.lang);
  const bar = document.createElement('section');
  bar.className = 'new-release';
  bar.ariaLabel = words['offline.new-version'];
  const text = document.createElement('output');
  const reload = button(words['offline.reload'], async () => {
    reload.disabled = true;
    text.textContent = '';
    text.textContent = await takeNewVersion(registration, words);
    reload.disabled = false;
  });
  const later = button(words['offline.later'], () => bar.remove());
  bar.append(text, reload, later);
  document.body.append(bar);
  // A live region tells what changes in it, not what it came with.
  setTimeout(() => (text.textContent = words['offline.new-version']));
}

/** Reloads the page, or returns why not. */
async function takeNewVersion(
  { waiting }: ServiceWorkerRegistration,
  words: ReturnType<typeof offlineWords>,
): Promise<string> {
  const late = new Promise<true>((resolve) => setTimeout(() => resolve(true), saveMs));
  if (!(await Promise.race([storeBeforeReload(), late]))) return words['offline.not-saved'];
  // Another tab may have taken it.
  if (waiting?.state === 'installed') {
    const taken = new Promise((resolve) => waiting.addEventListener('statechange', resolve));
    if (!(await askWorker<boolean>(waiting, { type: 'TAKE_OVER' }, takeOverMs)))
      return words['offline.not-taken'];
    await taken;
  }
  location.reload();
  return '';
}

function button(text: string, press: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => void press());
  return made;
}
