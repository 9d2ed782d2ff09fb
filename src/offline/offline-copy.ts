import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import { offlineWords, type OfflineWords } from '../i18n/offline.ts';
import { openOfflineCopy, type CopyState, type OfflineCopy } from './copy-state.ts';

/**
 * `<offline-copy>`, rendered by OfflineCopy.astro: keeps the course in the language of the page for use without a
 * network, shows how far that is, and removes it.
 */
class OfflineCopyElement extends HTMLElement {
  readonly #locale = document.documentElement.lang as Locale;
  readonly #words = offlineWords(this.#locale);
  readonly #when = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium', timeStyle: 'short' });
  readonly #bar = this.querySelector('progress')!;
  readonly #far = this.querySelector<HTMLElement>('.far')!;
  readonly #buttons = {
    keep: this.querySelector<HTMLButtonElement>('[data-do="keep"]')!,
    cancel: this.querySelector<HTMLButtonElement>('[data-do="cancel"]')!,
    remove: this.querySelector<HTMLButtonElement>('[data-do="remove"]')!,
  };
  #copy: OfflineCopy | undefined;
  #keeping: AbortController | undefined;

  connectedCallback(): void {
    this.#buttons.keep.addEventListener('click', () => void this.#keep());
    this.#buttons.cancel.addEventListener('click', () => this.#keeping?.abort());
    this.#buttons.remove.addEventListener('click', () => void this.#remove());
    document.addEventListener('visibilitychange', () => void this.#show());
    addEventListener('beforeunload', (event) => this.#keeping && event.preventDefault());
    void openOfflineCopy(this.#locale).then((copy) => {
      this.#copy = copy;
      return copy ? this.#show() : this.#say('offline.refused');
    });
  }

  async #keep(): Promise<void> {
    const copy = this.#copy!;
    this.#keeping = new AbortController();
    this.#say('offline.downloading');
    let done = 0;
    const count = (bytes: number) => {
      done = Math.min(done + bytes, copy.bytes);
      this.#bar.value = done / copy.bytes;
      this.#far.textContent = this.#fill('offline.progress', { done: megabytes(done) });
    };
    count(0);
    const kept = copy.keep(count, this.#keeping.signal);
    this.#arrange({ kind: 'none', isBegun: false });
    this.#buttons.cancel.focus();
    const fault = await kept;
    this.#keeping = undefined;
    await this.#show();
    this.#buttons[fault ? 'keep' : 'remove'].focus();
    if (!fault) return;
    this.#say(`offline.${fault}`);
    this.#buttons.keep.textContent = this.#words['offline.again'];
  }

  async #remove(): Promise<void> {
    await this.#copy!.remove();
    await this.#show();
    this.#say('offline.removed');
    this.#buttons.keep.focus();
  }

  /** Says what is there, unless a download is on its way. */
  async #show(): Promise<void> {
    if (!this.#copy || this.#keeping) return;
    const state = await this.#copy.look();
    this.#arrange(state);
    if (state.kind === 'none') return this.#say(state.isBegun ? 'offline.begun' : undefined);
    const { since, bytes } = state.kept;
    this.#say(`offline.${state.kind}`, { when: this.#when.format(since), size: megabytes(bytes) });
  }

  #arrange(state: CopyState): void {
    const isKeeping = this.#keeping !== undefined;
    const { keep, cancel, remove } = this.#buttons;
    keep.hidden = isKeeping || state.kind === 'kept';
    keep.textContent = this.#words['offline.keep'];
    cancel.hidden = !isKeeping;
    remove.hidden = isKeeping || (state.kind === 'none' && !state.isBegun);
    this.querySelector<HTMLElement>('.far-bar')!.hidden = !isKeeping;
    const size = this.querySelector<HTMLElement>('.size')!;
    size.hidden = state.kind === 'kept';
    size.textContent = this.#fill('offline.size', { download: megabytes(this.#copy!.packedBytes) });
  }

  #say(words?: keyof OfflineWords, values: Readonly<Record<string, string>> = {}): void {
    const text = words ? this.#fill(words, values) : '';
    const status = this.querySelector('[role="status"]')!;
    if (status.textContent !== text) status.textContent = text;
  }

  #fill(words: keyof OfflineWords, values: Readonly<Record<string, string>>): string {
    return fill(this.#words[words], { size: megabytes(this.#copy?.bytes ?? 0), ...values });
  }
}

customElements.define('offline-copy', OfflineCopyElement);

const megabytes = (bytes: number): string => String(Math.round(bytes / 1e6));
