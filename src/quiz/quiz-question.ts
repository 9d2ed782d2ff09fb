/**
 * `<quiz-question>`, rendered by Quiz.astro: checks the chosen answer, opens its explanation and announces whether
 * it is right. Until this runs, every explanation can be opened by hand.
 */
class QuizQuestion extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check(form);
    });
    // After the reset has taken effect on the radio buttons.
    form.addEventListener('reset', () => queueMicrotask(() => this.#ask()));
    this.#find('.actions').hidden = false;
    this.dataset.ready = '';
    this.#ask();
  }

  #ask(): void {
    const focused = this.#find('[type="reset"]') === document.activeElement;
    for (const details of this.querySelectorAll('details')) details.open = false;
    this.#setChecked(false);
    this.#announce('');
    if (focused) this.querySelector('input')?.focus();
  }

  #check(form: HTMLFormElement): void {
    const choice = form.querySelector('input:checked')?.closest<HTMLElement>('.choice');
    if (!choice) {
      this.#announce(this.dataset.chooseFirst);
      return;
    }
    choice.querySelector('details')!.open = true;
    this.#setChecked(true);
    this.#announce('correct' in choice.dataset ? this.dataset.right : this.dataset.wrong);
    this.#find('[type="reset"]').focus();
  }

  #setChecked(checked: boolean): void {
    for (const input of this.querySelectorAll('input')) input.disabled = checked;
    this.#find('[type="submit"]').hidden = checked;
    this.#find('[type="reset"]').hidden = !checked;
  }

  #announce(words = ''): void {
    this.#find('[role="status"]').textContent = words;
  }

  #find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }
}

customElements.define('quiz-question', QuizQuestion);
