import type { ClassWords } from '../i18n/class.ts';
import { fill } from '../i18n/fill.ts';
import { visible } from '../i18n/visible.ts';
import { classStandings } from '../progress/class-standings.ts';
import { csvFile } from '../progress/csv.ts';
import { readExports, type UnreadExport } from '../progress/read-exports.ts';
import { saveFile } from '../progress/save-file.ts';
import type { Standing } from '../progress/standing.ts';
import { classColumns, csvRows, type Chapter } from './class-columns.ts';
import { element, sorted, tableParts, type ClassTable, type Order } from './class-table.ts';
import { chosenFiles, droppedFiles, type NamedFile } from './dropped-files.ts';

/** A file of learners' exports is small; so many at once are no class. */
const mostFiles = 1_000;

type Refused = { readonly path: string; readonly reason: UnreadExport };

/**
 * `<class-progress>`, rendered by pages/[locale]/class.astro: reads many learners' export files into one table. Its words are in
 * `data-words`, the course in `data-chapters`, and `data-solutions` stands where it shows solutions. Keeps everything in this object, and nothing else does.
 */
class ClassProgress extends HTMLElement {
  readonly #words = JSON.parse(this.dataset['words']!) as ClassWords;
  readonly #chapters = JSON.parse(this.dataset['chapters']!) as Chapter[];
  readonly #columns = classColumns(this.#chapters, this.#words, 'solutions' in this.dataset);
  /** By path and time of export, so that a file that is chosen again is there once. */
  #files = new Map<string, Standing>();
  #refused: Refused[] = [];
  #labels = new Map<string, string>();
  #order: Order = { column: 0, descending: false };
  /** Aborted when something else is read, or nothing any more. */
  #reading = new AbortController();

  connectedCallback(): void {
    for (const kind of ['files', 'folder']) {
      const input = this.querySelector<HTMLInputElement>(`input.${kind}`)!;
      this.#onClick(kind, () => input.click());
      input.addEventListener('change', () => {
        const chosen = chosenFiles(input);
        // The same files can be chosen again.
        input.value = '';
        void this.#read(chosen);
      });
    }
    this.querySelector<HTMLInputElement>('input.folder')!.webkitdirectory = true;
    this.#onClick('csv', () => this.#save());
    this.#onClick('clear', () => this.#clear());
    // A file that misses the place would be opened in the place of this page, and the table be gone.
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('dragging');
    });
    document.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!relatedTarget) this.classList.remove('dragging');
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      this.classList.remove('dragging');
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => this.#read(files));
    });
    this.querySelector<HTMLElement>('.class-files')!.hidden = false;
  }

  async #read(chosen: readonly NamedFile[]): Promise<void> {
    const files = chosen.filter(({ path }) => /\.json$/i.test(path));
    if (files.length === 0) return this.#say('none');
    if (files.length > mostFiles) return this.#say('too-many-files', { count: mostFiles });
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const refused: Refused[] = [];
    const chapters = this.#chapters.map(({ exercises }) => exercises);
    let done = 0;
    this.#showReading(done, files.length);
    for await (const answer of readExports(files, chapters, signal)) {
      if (answer.kind === 'read') this.#files.set(idOf(answer.standing), answer.standing);
      else refused.push({ path: files[done]!.path, reason: answer });
      done += 1;
      this.#showReading(done, files.length);
    }
    if (signal.aborted) return;
    const paths = new Set(files.map(({ path }) => path));
    this.#refused = [...this.#refused.filter(({ path }) => !paths.has(path)), ...refused];
    this.#show();
    this.#say('read', {
      read: files.length - refused.length,
      count: files.length,
      learners: this.#standings.learners.length,
    });
  }

  get #standings() {
    return classStandings([...this.#files.values()]);
  }

  get #table(): ClassTable {
    return {
      learners: this.#standings.learners,
      columns: this.#columns,
      order: this.#order,
      words: this.#words,
      labelOf: (standing) => this.#labelOf(standing),
      onRename: (standing, label) => this.#labels.set(idOf(standing), label),
      onOrder: (column) => this.#sort(column),
    };
  }

  #labelOf(standing: Standing): string {
    return this.#labels.get(idOf(standing)) ?? visible(standing.name || standing.file);
  }

  #show(): void {
    const { learners, replaced, alike } = this.#standings;
    const table = this.querySelector('table')!;
    table.replaceChildren(table.caption!, ...tableParts(this.#table));
    this.querySelector<HTMLElement>('.class-result')!.hidden = learners.length === 0;
    this.#list(
      'replaced',
      replaced.map(({ older, newer }) =>
        this.#fill('replaced', { older: this.#told(older), newer: this.#told(newer) }),
      ),
    );
    this.#list(
      'alike',
      alike.map(([one, other]) => this.#fill('alike', { one: one.file, other: other.file })),
    );
    this.#list(
      'refused',
      this.#refused.map(({ path, reason }) =>
        this.#fill(reason.kind, { file: path, place: reason.kind === 'broken' ? reason.place : '' }),
      ),
    );
  }

  /** Two files of a learner may have one name, so the time of the export stands behind it. */
  #told({ file, exportedAt }: Standing): string {
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return `${file} (${when.format(exportedAt)})`;
  }

  #list(kind: 'replaced' | 'alike' | 'refused', texts: readonly string[]): void {
    const section = this.querySelector<HTMLElement>(`.class-${kind}`)!;
    section.hidden = texts.length === 0;
    section.querySelector('ul')!.replaceChildren(...texts.map((text) => element('li', text)));
  }

  #sort(column: number): void {
    // Numbers and times are more telling from the highest on.
    const descending = this.#order.column === column ? !this.#order.descending : column > 0;
    this.#order = { column, descending };
    this.#show();
    this.querySelectorAll<HTMLElement>('thead button')[column]?.focus();
    this.#say('sorted', {
      column: this.#columns[column - 1]?.title ?? this.#words.learner,
      direction: this.#words[descending ? 'descending' : 'ascending'],
    });
  }

  #save(): void {
    const rows = sorted(this.#table).map((standing) => [this.#labelOf(standing), standing] as const);
    const name = 'past-tense-class.csv';
    saveFile(name, csvFile(csvRows(rows, this.#columns, this.#words)));
    this.#say('saved', { file: name });
  }

  #clear(): void {
    this.#reading.abort();
    this.#showReading(0, 0);
    this.#files = new Map();
    this.#labels = new Map();
    this.#refused = [];
    this.#show();
    this.querySelector<HTMLElement>('[data-do="files"]')!.focus();
    this.#say('cleared');
  }

  #showReading(done: number, count: number): void {
    const bar = this.querySelector('progress')!;
    bar.hidden = done === count;
    bar.max = count;
    bar.value = done;
    bar.ariaLabel = this.#fill('reading', { done, count });
  }

  #say(words: keyof ClassWords, values: Readonly<Record<string, string | number>> = {}): void {
    this.querySelector('[role="status"]')!.textContent = this.#fill(words, values);
  }

  /** Files are called as somebody liked; a name must not turn the sentence around. */
  #fill(words: keyof ClassWords, values: Readonly<Record<string, string | number>>): string {
    return fill(
      this.#words[words],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, visible(String(value))])),
    );
  }

  #onClick(name: string, work: () => void): void {
    this.querySelector(`[data-do="${name}"]`)!.addEventListener('click', work);
  }
}

customElements.define('class-progress', ClassProgress);

const idOf = ({ file, exportedAt }: Standing): string => `${file} ${exportedAt}`;
