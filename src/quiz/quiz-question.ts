import { AskedQuestion } from './asked-question.ts';
import { judge } from './judge.ts';

/**
 * `<quiz-question>`, rendered by Question.astro: checks the chosen answers and opens their explanations. Until this
 * runs, every explanation can be opened by hand.
 */
class QuizQuestion extends AskedQuestion {
  readonly #form = this.querySelector('form')!;
  readonly #inputs = [...this.querySelectorAll('input')];
  readonly #choices = [...this.querySelectorAll<HTMLElement>('.choice')];

  protected chosen(): number[] {
    return this.#places((place) => this.#inputs[place]!.checked);
  }

  protected take(remembered: readonly number[]): boolean {
    if (this.chosen().length > 0) return false;
    this.#inputs.forEach((input, place) => (input.checked = remembered.includes(place)));
    return this.chosen().length > 0;
  }

  protected show(chosen: readonly number[]) {
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
    return { right, verdict: this.dataset[right ? 'right' : isMultiple ? 'incomplete' : 'wrong']! };
  }

  protected setAnswered(answered: boolean): void {
    for (const input of this.#inputs) input.disabled = answered;
  }

  protected begin(): HTMLElement {
    this.#form.reset();
    return this.#inputs[0]!;
  }

  #places(holds: (place: number) => boolean): number[] {
    return [...this.#inputs.keys()].filter(holds);
  }
}

customElements.define('quiz-question', QuizQuestion);
