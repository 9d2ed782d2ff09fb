import { readHelp, recordHint } from '../progress/help.ts';

/**
 * `<exercise-hints data-exercise data-next>` around the `<details>` of an exercise's hints: one becomes available after
 * the one before it was opened, on this visit or an earlier one. Until this runs, all can be opened.
 */
class ExerciseHints extends HTMLElement {
  readonly #hints = [...this.querySelectorAll('details')];
  readonly #status = this.querySelector('[role="status"]')!;
  #opened = 0;

  connectedCallback(): void {
    this.#offer(0);
    this.#hints.forEach((hint, place) => {
      hint.addEventListener('toggle', () => {
        if (hint.open && place >= this.#opened) this.#open(place + 1);
      });
    });
    void readHelp(this.dataset['exercise']!).then(({ hintsAt }) => this.#offer(hintsAt.length));
  }

  #open(number: number): void {
    void recordHint(this.dataset['exercise']!, number);
    this.#offer(number);
    if (number < this.#hints.length)
      this.#status.textContent = this.dataset['next']!.replace('{number}', String(number + 1));
  }

  /** Shows the hints that were opened, and the next. */
  #offer(opened: number): void {
    this.#opened = Math.max(this.#opened, opened);
    this.#hints.forEach((hint, place) => (hint.hidden = place > this.#opened));
  }
}

customElements.define('exercise-hints', ExerciseHints);
