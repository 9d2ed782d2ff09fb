import { readRecords } from '../progress/all-records.ts';
import { exerciseState, type ExerciseState } from '../progress/exercise-state.ts';
import { onProgress } from '../progress/passed.ts';
import { onRecordsChanged } from '../progress/records-channel.ts';

/**
 * `<course-progress>`, rendered by ExerciseList.astro: writes behind each exercise of the list how far the learner is
 * with it, and how many are passed. A `.filter` in it chooses which are shown. Its words are in its data attributes.
 */
class CourseProgress extends HTMLElement {
  readonly #when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  readonly #filter = this.querySelector<HTMLFieldSetElement>('.filter');

  connectedCallback(): void {
    const show = () => void this.#show();
    show();
    onProgress(show);
    onRecordsChanged(show);
    // Drafts are saved in other tabs without a word to this page.
    document.addEventListener('visibilitychange', show);
    this.#filter?.addEventListener('change', () => this.#tellShown(this.#choose()));
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-exercise]')];
  }

  async #show(): Promise<void> {
    const records = await readRecords();
    const items = this.#items;
    for (const item of items) {
      const state = exerciseState(records, item.dataset['exercise']!);
      const place = item.querySelector<HTMLElement>('.state')!;
      place.dataset['state'] = state.kind;
      place.textContent = this.#text(state);
    }
    const passed = items.filter((item) => groupOf(item) === 'passed').length;
    const summary = this.querySelector<HTMLElement>('.summary')!;
    summary.textContent = this.dataset['summary']!.replace('{passed}', String(passed)).replace(
      '{count}',
      String(items.length),
    );
    summary.hidden = false;
    if (this.#filter) this.#filter.hidden = false;
    this.#choose();
  }

  #text(state: ExerciseState): string {
    if (state.kind === 'not-begun') return this.dataset['notBegun']!;
    if (state.at === undefined) return this.dataset['begun']!;
    return this.dataset[`${state.kind}At`]!.replace('{when}', this.#when.format(state.at));
  }

  /** Shows the exercises of the chosen group, and the lessons and chapters that have some. Returns how many. */
  #choose(): number {
    const chosen = this.#filter?.querySelector<HTMLInputElement>(':checked')?.value ?? 'all';
    for (const item of this.#items) item.hidden = chosen !== 'all' && chosen !== groupOf(item);
    for (const group of this.querySelectorAll<HTMLElement>('.lesson, section'))
      group.hidden = !group.querySelector('[data-exercise]:not([hidden])');
    return this.#items.filter(({ hidden }) => !hidden).length;
  }

  #tellShown(count: number): void {
    this.#filter!.querySelector('[role="status"]')!.textContent = this.#filter!.dataset['shown']!.replace(
      '{count}',
      String(count),
    );
  }
}

/** With the solution's help is passed too. */
function groupOf(item: HTMLElement): string | undefined {
  const state = item.querySelector<HTMLElement>('.state')!.dataset['state'];
  return state === 'helped' ? 'passed' : state;
}

customElements.define('course-progress', CourseProgress);
