import { readRecords } from '../progress/all-records.ts';
import { whereToContinue } from '../progress/exercise-state.ts';
import { onProgress } from '../progress/passed.ts';
import { onRecordsChanged } from '../progress/records-channel.ts';

/**
 * `<continue-learning>`, rendered by Continue.astro: of its links `data-begun` and `data-next`, which stand in the order
 * of the course, shows the one that leads to where the learner goes on, or is hidden.
 */
class ContinueLearning extends HTMLElement {
  readonly #links = [...this.querySelectorAll('a')];

  connectedCallback(): void {
    const show = () => void this.#show();
    show();
    onProgress(show);
    onRecordsChanged(show);
    // Drafts are saved in other tabs without a word to this page.
    document.addEventListener('visibilitychange', show);
    // A page that the browser kept comes back as it was left.
    addEventListener('pageshow', ({ persisted }) => persisted && show());
  }

  async #show(): Promise<void> {
    const exercises = this.#links.flatMap(({ dataset }) => dataset['next'] ?? []);
    const place = whereToContinue(await readRecords(), exercises);
    for (const link of this.#links) link.hidden = !place || link.dataset[place.kind] !== place.exercise;
    this.hidden = !place;
  }
}

customElements.define('continue-learning', ContinueLearning);
