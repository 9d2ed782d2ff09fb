/** Runs in the browser, in a page beside the site: uses the site in a frame while its host comes and goes. */
export type OfflineFinding = { readonly step: string; readonly complaint?: string };
export type OfflineCommand = 'stop' | 'start' | 'switch off' | 'end' | OfflineFinding;

const told = new URLSearchParams(location.search);
const site = new URL('./', location.href);
const frame = document.querySelector('iframe')!;
const lesson = 'en/aggregates/aggregate-root/';
const waitMs = 60_000;

const steps: Readonly<Record<string, () => Promise<void>>> = {
  async 'a visited lesson opens without its host, and its exercise is solved'() {
    await go(lesson);
    await until('the worker', () => frame.contentWindow!.navigator.serviceWorker.controller);
    await openEditor();
    await run('failed');
    await until('the compiler in the cache', async () => /esbuild/.test(await kept()));
    await until('the page in the cache', async () => (await kept()).includes(lesson));
    await command('stop');
    await go(lesson);
    await openEditor();
    await write(told.get('solution')!);
    await run('passed');
  },
  async 'a page that was not visited is said to be absent'() {
    await go('en/events/good-event/');
    await heading('This page is not in your browser');
    await command('start');
  },
  async 'the whole course is kept, and a page that was not visited opens without its host'() {
    await go('en/progress/');
    (await until('the press', () => shown('[data-do="keep"]'))).click();
    await until('the whole course', () => textOf('offline-copy').includes('is available offline since'));
    await command('stop');
    await go('en/events/good-event/');
    await until('the lesson', () => shown('.sidebar-content a[aria-current]'));
  },
  async 'an exercise is solved from the copy'() {
    await go('en/exercises/aggregates/change-password/');
    await openEditor();
    await write('export class User {}');
    await run('failed');
    await write(told.get('solution')!);
    await run('passed');
  },
  async 'the search finds without its host'() {
    (await until('the search', () => shown('button[data-open-modal]'))).click();
    const field = await until('the field', () => find('.pagefind-ui__search-input'));
    field.focus();
    type('listener');
    await until('a result', () => find('.pagefind-ui__result-link'));
    await command('start');
  },
  async 'a host that switches offline use off takes worker and copies away'() {
    await command('switch off');
    await go('en/events/good-event/');
    await until('no worker', async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    await until('no cache', async () => (await caches.keys()).length === 0);
    await go('en/');
    await until(
      "the host's own page",
      () => frame.contentDocument?.documentElement.dataset['release'] === 'off',
    );
    await go('en/progress/');
    await heading('Your progress');
    if ((await navigator.serviceWorker.getRegistrations()).length > 0) throw new Error('The worker is back.');
  },
};

void main();

async function main(): Promise<void> {
  localStorage.setItem(`past-tense:${site.pathname}:preferences`, '{"editor":"plain"}');
  for (const [step, take] of Object.entries(steps)) {
    const fault = await take().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    await command(fault === undefined ? { step } : { step, complaint: `${fault} ${where()}` });
    if (fault !== undefined) break;
  }
  await command('end');
}

const command = (body: OfflineCommand) =>
  fetch(told.get('control')!, { method: 'POST', body: JSON.stringify(body) });

async function go(path: string): Promise<void> {
  let isLoaded = false;
  frame.addEventListener('load', () => (isLoaded = true), { once: true });
  frame.contentWindow!.location.href = new URL(path, site).href;
  await until(`the page ${path}`, () => isLoaded);
}

const find = (selector: string): HTMLElement | null =>
  frame.contentDocument?.querySelector<HTMLElement>(selector) ?? null;

function shown(selector: string): HTMLElement | null {
  const found = find(selector);
  return found?.checkVisibility() ? found : null;
}

const textOf = (selector: string): string => find(selector)?.textContent ?? '';

const heading = (text: string) => until(`“${text}”`, () => textOf('h1').trim() === text);

async function until<Found>(what: string, look: () => Found | Promise<Found>): Promise<NonNullable<Found>> {
  const end = performance.now() + waitMs;
  for (;;) {
    const found = await Promise.race([look(), pause(5_000)]);
    if (found) return found;
    if (performance.now() > end) throw new Error(`There is not: ${what}.`);
    await pause(200);
  }
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

const bench = '#exercise-aggregates-change-password .bench';

async function openEditor(): Promise<void> {
  (await until('the exercise', () => find(bench))).scrollIntoView();
  const open = await until(
    'the way into the editor',
    () => buttonNamed(/^Open the editor/) ?? find(`${bench} textarea.pce-textarea`),
  );
  if (open.matches('button')) open.click();
  await until('the editor', () => find(`${bench} textarea.pce-textarea`));
}

const buttonNamed = (name: RegExp): HTMLButtonElement | undefined =>
  [...(frame.contentDocument?.querySelectorAll<HTMLButtonElement>(`${bench} button`) ?? [])].find(
    (button) => name.test(button.textContent.trim()) && !button.disabled && button.checkVisibility(),
  );

async function write(text: string): Promise<void> {
  const area = find(`${bench} textarea.pce-textarea`) as HTMLTextAreaElement;
  area.focus();
  area.select();
  type(text);
  await until('the text in the editor', () => area.value.trim() === text.trim());
}

/** As from the keyboard, where the focus is. */
function type(text: string): void {
  frame.contentDocument!.execCommand('insertText', false, text);
}

async function run(verdict: string): Promise<void> {
  const shownLast = () => find(`${bench} .verdict`)?.dataset ?? {};
  const button = await until('Run', () => buttonNamed(/^Run/));
  const before = shownLast()['verdicts'];
  button.click();
  await until(
    `a run that ${verdict}`,
    () => shownLast()['verdicts'] !== before && shownLast()['verdict'] === verdict,
  );
}

const kept = async (): Promise<string> => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flatMap((each) => each.map(({ url }) => url)).join('\n');
};

/** The address of the page, and what it says of itself. */
function where(): string {
  const said = ['h1', 'offline-copy', `${bench} .verdict`].map((part) =>
    textOf(part).replaceAll(/\s+/g, ' '),
  );
  return [frame.contentDocument?.location.pathname, ...said].join(' | ');
}
