import { readChosen, recordAnswer } from '../progress/answers.ts';
import { judge } from './judge.ts';

/** So long a question waits to be shown for an answer from an earlier visit. */
const patienceMs = 1000;

/**
 * `<quiz-question>`, rendered by Question.astro: checks the chosen answers, opens their explanations, announces
 * whether they are right, and remembers them under `data-key`; `data-kept` says that this is done. Until this runs,
 * every explanation can be opened by hand.
 */
class QuizQuestion extends HTMLElement {
  readonly #form = this.querySelector('form')!;
  readonly #inputs = [...this.querySelectorAll('input')];
  readonly #choices = [...this.querySelectorAll<HTMLElement>('.choice')];
  readonly #check = this.querySelector<HTMLButtonElement>('[type="submit"]')!;
  readonly #retry = this.querySelector<HTMLButtonElement>('[type="button"]')!;
  readonly #status = this.querySelector<HTMLElement>('[role="status"]')!;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer();
    });
    this.#retry.addEventListener('click', () => this.#ask());
    void this.#restore();
  }

  /** Shows the question; with the answer from an earlier visit unless the learner is already at a new one. */
  async #restore(): Promise<void> {
    const patience = setTimeout(() => this.#makeReady(), patienceMs);
    const remembered = await readChosen(this.dataset['key']!);
    clearTimeout(patience);
    if (remembered && this.#chosen().length === 0) {
      this.#inputs.forEach((input, place) => (input.checked = remembered.includes(place)));
      if (this.#chosen().length > 0) this.#show(this.#chosen(), 'silently');
    }
    this.#makeReady();
  }

  #makeReady(): void {
    this.querySelector<HTMLElement>('.actions')!.hidden = false;
    this.dataset['ready'] = '';
  }

  #answer(): void {
    const chosen = this.#chosen();
    if (chosen.length === 0) {
      this.#say(this.dataset['chooseFirst']);
      return;
    }
    const right = this.#show(chosen, 'aloud');
    this.#retry.focus();
    void recordAnswer(this.dataset['key']!, chosen, right).then(() => (this.dataset['kept'] = ''));
  }

  #ask(): void {
    this.#form.reset();
    for (const details of this.querySelectorAll('details')) details.open = false;
    delete this.dataset['kept'];
    this.#setAnswered(false);
    this.#say('');
    this.#inputs[0]!.focus();
  }

  /** Shows an answer with its explanations, and tells whether it is right. */
  #show(chosen: readonly number[], how: 'aloud' | 'silently'): boolean {
    const isMultiple = this.dataset['kind'] === 'multiple';
    const correct = this.#places((place) => 'correct' in this.#choices[place]!.dataset);
    const { right, grades } = judge(isMultiple ? 'several' : 'one', chosen, correct);
    for (const [place, grade] of grades) {
      const choice = this.#choices[place]!;
      choice.querySelector('strong')!.textContent = this.dataset[grade]!;
      choice.querySelector('details')!.open = true;
    }
    const outcome = this.querySelector<HTMLDetailsElement>('.outcome');
    if (outcome) outcome.open = true;
    this.#setAnswered(true);
    this.#say(this.dataset[right ? 'right' : isMultiple ? 'incomplete' : 'wrong'], how);
    return right;
  }

  #setAnswered(answered: boolean): void {
    for (const input of this.#inputs) input.disabled = answered;
    this.#check.hidden = answered;
    this.#retry.hidden = !answered;
    // Whoever cannot see the explanations hears them when the focus comes here.
    const explanations = [...this.querySelectorAll('details[open] .explanation')].map(({ id }) => id);
    this.#retry.setAttribute('aria-describedby', explanations.join(' '));
  }

  #say(words = '', how: 'aloud' | 'silently' = 'aloud'): void {
    this.#status.ariaLive = how === 'aloud' ? 'polite' : 'off';
    this.#status.textContent = words;
  }

  #chosen(): number[] {
    return this.#places((place) => this.#inputs[place]!.checked);
  }

  #places(holds: (place: number) => boolean): number[] {
    return [...this.#inputs.keys()].filter(holds);
  }
}

customElements.define('quiz-question', QuizQuestion);
