import { readRecords, type Records } from '../progress/all-records.ts';
import { onProgress } from '../progress/passed.ts';
import { onRecordsChanged } from '../progress/records-channel.ts';

/**
 * `<course-progress>`: writes behind each exercise of the list whether it is begun or passed, and when, and how many
 * are passed. Its words are in its data attributes.
 */
class CourseProgress extends HTMLElement {
  readonly #when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });

  connectedCallback(): void {
    const show = () => void this.#show();
    show();
    onProgress(show);
    onRecordsChanged(show);
    // Drafts are saved in other tabs without a word to this page.
    document.addEventListener('visibilitychange', show);
  }

  async #show(): Promise<void> {
    const records = await readRecords();
    const items = [...this.querySelectorAll<HTMLElement>('[data-exercise]')];
    for (const item of items) {
      const state = item.querySelector<HTMLElement>('.state')!;
      const { kind, at } = stateOf(records, item.dataset['exercise']!);
      state.dataset['state'] = kind;
      state.textContent = this.dataset[kind]!.replace('{when}', this.#when.format(at));
    }
    const passed = items.filter(
      ({ dataset }) => records.progress[dataset['exercise']!]?.passedAt !== undefined,
    ).length;
    const summary = this.querySelector<HTMLElement>('.summary')!;
    summary.textContent = this.dataset['summary']!.replace('{passed}', String(passed)).replace(
      '{count}',
      String(items.length),
    );
    summary.hidden = false;
  }
}

function stateOf(
  { drafts, progress }: Records,
  exercise: string,
): { kind: 'none' | 'draft' | 'passed'; at?: number } {
  const passedAt = progress[exercise]?.passedAt;
  if (passedAt !== undefined) return { kind: 'passed', at: passedAt };
  const draft = drafts[exercise];
  return draft ? { kind: 'draft', at: draft.updatedAt } : { kind: 'none' };
}

customElements.define('course-progress', CourseProgress);
