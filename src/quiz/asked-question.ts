import { readChosen, recordAnswer } from '../progress/answers.ts';

/** So long a question waits to be shown for an answer from an earlier visit. */
const patienceMs = 1000;

type How = 'aloud' | 'silently';

/**
 * What the questions of a lesson have in common, rendered by QuestionFrame.astro: an answer is checked, announced and
 * remembered under `data-key`; `data-kept` says that this is done. It is shown again at the next visit.
 */
export abstract class AskedQuestion extends HTMLElement {
  protected readonly retry = this.querySelector<HTMLButtonElement>('.actions [type="button"]')!;
  readonly #form = this.querySelector('form')!;
  readonly #check = this.querySelector<HTMLButtonElement>('.actions [type="submit"]')!;
  readonly #status = this.querySelector<HTMLElement>('.actions [role="status"]')!;

  /** What the learner answers, as it is remembered; empty while it is no answer yet. */
  protected abstract chosen(): readonly number[];

  /** Takes an answer of an earlier visit, unless it is none to this question or the learner is already at a new one. */
  protected abstract take(remembered: readonly number[]): boolean;

  /** Shows an answer with its explanations. */
  protected abstract show(chosen: readonly number[]): { readonly right: boolean; readonly verdict: string };

  /** Makes the question one that can be answered, or one that is. */
  protected abstract setAnswered(answered: boolean): void;

  /** Where the learner begins anew. */
  protected abstract begin(): HTMLElement;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer();
    });
    this.retry.addEventListener('click', () => this.#askAgain());
    void this.#restore();
  }

  /** Shows the question; with the answer from an earlier visit unless the learner is already at a new one. */
  async #restore(): Promise<void> {
    const patience = setTimeout(() => this.#makeReady(), patienceMs);
    const remembered = await readChosen(this.dataset['key']!);
    clearTimeout(patience);
    if (remembered && this.take(remembered)) this.#show('silently');
    this.#makeReady();
  }

  #makeReady(): void {
    this.querySelector<HTMLElement>('.actions')!.hidden = false;
    this.dataset['ready'] = '';
  }

  #answer(): void {
    const chosen = this.chosen();
    if (chosen.length === 0) {
      this.#say(this.dataset['chooseFirst']);
      return;
    }
    const right = this.#show('aloud');
    this.retry.focus();
    void recordAnswer(this.dataset['key']!, chosen, right).then(() => (this.dataset['kept'] = ''));
  }

  #askAgain(): void {
    const start = this.begin();
    for (const details of this.querySelectorAll<HTMLDetailsElement>('.answer')) details.open = false;
    delete this.dataset['kept'];
    this.#setAnswered(false);
    this.#say('');
    start.focus();
  }

  #show(how: How): boolean {
    const { right, verdict } = this.show(this.chosen());
    this.#setAnswered(true);
    this.#say(verdict, how);
    return right;
  }

  #setAnswered(answered: boolean): void {
    this.setAnswered(answered);
    this.#check.hidden = answered;
    this.retry.hidden = !answered;
    // Whoever cannot see the explanations hears them when the focus comes here.
    const explanations = [...this.querySelectorAll('.answer[open] > .explanation')].map(({ id }) => id);
    this.retry.setAttribute('aria-describedby', explanations.join(' '));
  }

  #say(words = '', how: How = 'aloud'): void {
    this.#status.ariaLive = how === 'aloud' ? 'polite' : 'off';
    this.#status.textContent = words;
  }
}
