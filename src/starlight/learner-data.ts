import type { Messages } from '../i18n/index.ts';
import { chosenLocaleKey } from '../i18n/choose-locale.ts';
import { visible } from '../i18n/visible.ts';
import { deleteRecords, importRecords, readRecords, type Records } from '../progress/all-records.ts';
import { downloadRecords } from '../progress/download.ts';
import { planImport, type Change, type ImportPlan, type ImportWay } from '../progress/import-plan.ts';
import { onProgress } from '../progress/passed.ts';
import { mostBytes, readProgressFile, type Refusal } from '../progress/progress-file.ts';
import { onRecordsChanged } from '../progress/records-channel.ts';

type Words = Pick<Messages, Extract<keyof Messages, `data.${string}`>>;

/** A file that was read and waits for the learner's yes. */
type Offer = { readonly file: string; readonly exportedAt: number; readonly records: Records };

/**
 * `<learner-data>`, rendered by LearnerData.astro: saves everything to a file, takes such a file after a preview, and
 * deletes everything. Its words are in `data-words`. Exercises get their titles from the page's `[data-exercise]`.
 */
class LearnerData extends HTMLElement {
  readonly #words = JSON.parse(this.dataset['words']!) as Words;
  readonly #when = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  readonly #file = this.querySelector<HTMLInputElement>('input[type="file"]')!;
  readonly #import = this.querySelector<HTMLDialogElement>('dialog.import')!;
  readonly #delete = this.querySelector<HTMLDialogElement>('dialog.delete')!;
  #offer: Offer | undefined;
  #current: Records | undefined;

  connectedCallback(): void {
    this.#onClick('[data-do="export"]', () => this.#exportAll());
    this.#onClick('[data-do="import"]', () => this.#file.click());
    this.#onClick('[data-do="delete"]', () => this.#askToDelete());
    this.#onClick('dialog.import .confirm', () => this.#importOffered());
    this.#onClick('dialog.delete .confirm', () => this.#deleteAll());
    this.#file.addEventListener('change', () => void this.#readChosen());
    this.#import.addEventListener('change', () => this.#preview());
    const showCounts = () => void this.#showCounts();
    showCounts();
    onProgress(showCounts);
    onRecordsChanged(showCounts);
    document.addEventListener('visibilitychange', showCounts);
    this.querySelector<HTMLElement>('.actions')!.hidden = false;
  }

  async #exportAll(): Promise<void> {
    const name = await downloadRecords();
    this.#say('data.exported', { file: name });
  }

  async #readChosen(): Promise<void> {
    const chosen = this.#file.files?.[0];
    if (!chosen) return;
    const file = chosen.name;
    const read = await this.#read(chosen);
    // The same file can be chosen again.
    this.#file.value = '';
    if (!read) return this.#say('data.unreadable', { file });
    if (read.kind !== 'read')
      return this.#say(`data.${read.kind}`, { file, place: read.kind === 'broken' ? read.place : '' });
    this.#say();
    this.#offer = { file, exportedAt: read.exportedAt, records: read.records };
    this.#current = await readRecords();
    this.#import.querySelector<HTMLInputElement>('[value="merge"]')!.checked = true;
    this.#preview();
    this.#import.showModal();
  }

  async #read(file: File): Promise<ReturnType<typeof readProgressFile> | Refusal | undefined> {
    if (file.size > mostBytes) return { kind: 'too-large' };
    const text = await file.text().catch(() => undefined);
    return text === undefined ? undefined : readProgressFile(text, Date.now());
  }

  get #way(): ImportWay {
    const chosen = this.#import.querySelector<HTMLInputElement>('[name="way"]:checked');
    return chosen?.value === 'replace' ? 'replace' : 'merge';
  }

  #plan(): ImportPlan | undefined {
    return this.#offer && this.#current && planImport(this.#current, this.#offer.records, this.#way);
  }

  #preview(): void {
    const plan = this.#plan();
    if (!plan || !this.#offer) return;
    const { file, exportedAt } = this.#offer;
    const way = this.#way;
    const of = (kind: Change['kind']) => plan.changes.filter((change) => change.kind === kind);
    const idle = plan.changes.every(({ kind }) => kind === 'kept');
    const destroys =
      way === 'replace' && plan.changes.some(({ kind }) => kind === 'lost' || kind === 'changed');
    this.#import.querySelector('.from')!.textContent = this.#fill('data.from', {
      file,
      when: this.#when.format(exportedAt),
    });
    this.#warn(destroys ? this.#words['data.warning'] : idle ? this.#words['data.same'] : '');
    const confirm = this.#import.querySelector<HTMLButtonElement>('.confirm')!;
    confirm.textContent = this.#words[`data.confirm-${way}`];
    confirm.classList.toggle('danger', destroys);
    confirm.disabled = idle;
    const kinds = ['lost', 'changed', 'added', 'kept'] as const;
    this.#import
      .querySelector('.changes')!
      .replaceChildren(...kinds.flatMap((kind) => this.#group(kind, of(kind))));
  }

  #warn(text: string): void {
    const warning = this.#import.querySelector<HTMLElement>('.warning')!;
    warning.textContent = text;
    warning.hidden = text === '';
  }

  #group(kind: Change['kind'], changes: readonly Change[]): HTMLElement[] {
    if (changes.length === 0) return [];
    const group = document.createElement('details');
    group.open = kind !== 'kept';
    group.dataset['kind'] = kind;
    const summary = document.createElement('summary');
    summary.textContent = `${this.#words[`data.${kind}`]} (${changes.length})`;
    const list = document.createElement('ul');
    list.append(...this.#lines(changes).map(listItem));
    group.append(summary, list);
    return [group];
  }

  /** One line per exercise, and one for all answers. */
  #lines(changes: readonly Change[]): string[] {
    const answers = changes.filter(({ store }) => store === 'answers').length;
    const stores = new Map<string, string[]>();
    for (const { store, key } of changes) {
      if (store !== 'answers')
        stores.set(key, [...(stores.get(key) ?? []), this.#words[`data.store-${store}`]]);
    }
    const lines = [...stores].map(([exercise, names]) => `${titleOf(exercise)}: ${names.join(', ')}`);
    return answers > 0 ? [...lines, this.#fill('data.store-answers', { count: answers })] : lines;
  }

  async #importOffered(): Promise<void> {
    const plan = this.#plan();
    if (!plan || !this.#offer || !this.#current) return;
    const outcome = await importRecords(this.#current, plan.next, this.#way);
    if (outcome === 'outdated') {
      this.#current = await readRecords();
      this.#preview();
      return this.#warn(this.#words['data.outdated']);
    }
    this.#import.close();
    this.#say(outcome === 'imported' ? 'data.imported' : 'data.refused', { file: this.#offer.file });
  }

  #askToDelete(): void {
    this.#say();
    this.#delete.showModal();
  }

  async #deleteAll(): Promise<void> {
    const outcome = await deleteRecords();
    if (outcome === 'deleted') forgetLanguage();
    this.#delete.close();
    this.#say(outcome === 'deleted' ? 'data.deleted' : 'data.not-deleted');
  }

  async #showCounts(): Promise<void> {
    const { drafts, progress, answers } = await readRecords();
    const count = (records: object) => Object.keys(records).length;
    const counts = this.#fill('data.counts', {
      drafts: count(drafts),
      progress: Object.values(progress).filter(({ passedAt }) => passedAt !== undefined).length,
      answers: count(answers),
    });
    for (const place of this.querySelectorAll<HTMLElement>('.counts')) {
      place.textContent = counts;
      place.hidden = false;
    }
  }

  #say(words?: keyof Words, values: Readonly<Record<string, string | number>> = {}): void {
    this.querySelector('.status')!.textContent = words ? this.#fill(words, values) : '';
  }

  #fill(words: keyof Words, values: Readonly<Record<string, string | number>>): string {
    return this.#words[words].replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      // Files are called as somebody liked; a name must not turn the sentence around.
      visible(String(values[name] ?? place)),
    );
  }

  #onClick(selector: string, work: () => unknown): void {
    this.querySelector(selector)!.addEventListener('click', () => void work());
  }
}

customElements.define('learner-data', LearnerData);

const titleOf = (exercise: string): string =>
  document.querySelector(`[data-exercise="${CSS.escape(exercise)}"] a`)?.textContent ?? exercise;

function listItem(text: string): HTMLElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

function forgetLanguage(): void {
  try {
    localStorage.removeItem(chosenLocaleKey);
  } catch {
    // Storage that is blocked has nothing to forget.
  }
}
