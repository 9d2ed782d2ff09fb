/** Long enough to move the pointer from the word to its definition. */
const leaveMs = 200;

/**
 * A link to the glossary with its definition behind it. The definition appears when the link is pointed at or
 * focused, stays while the pointer is on either, and goes with Escape. A first tap shows it, a second one follows
 * the link.
 */
class GlossaryTerm extends HTMLElement {
  static #count = 0;
  #leaving = 0;
  #pressedBy = '';

  get #link(): HTMLAnchorElement {
    return this.querySelector('a')!;
  }

  get #definition(): HTMLElement {
    return this.querySelector<HTMLElement>('[popover]')!;
  }

  connectedCallback(): void {
    GlossaryTerm.#count += 1;
    this.#definition.id ||= `glossary-term-${GlossaryTerm.#count}`;
    this.#link.setAttribute('aria-describedby', this.#definition.id);
    this.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') this.#show();
    });
    this.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') this.#leaving = window.setTimeout(() => this.#hide(), leaveMs);
    });
    this.#link.addEventListener('focus', () => {
      if (this.#link.matches(':focus-visible')) this.#show();
    });
    this.#link.addEventListener('blur', () => this.#hide());
    this.#link.addEventListener('pointerdown', ({ pointerType }) => (this.#pressedBy = pointerType));
    this.#link.addEventListener('click', (event) => this.#click(event));
  }

  #show(): void {
    clearTimeout(this.#leaving);
    if (this.#definition.matches(':popover-open')) return;
    this.#definition.showPopover();
    this.#place();
    document.addEventListener('keydown', this.#onKey);
    document.addEventListener('pointerdown', this.#onPress);
    addEventListener('scroll', this.#onScroll, { passive: true });
  }

  readonly #hide = (): void => {
    clearTimeout(this.#leaving);
    this.#definition.hidePopover();
    document.removeEventListener('keydown', this.#onKey);
    document.removeEventListener('pointerdown', this.#onPress);
    removeEventListener('scroll', this.#onScroll);
  };

  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#hide();
  };

  readonly #onPress = ({ target }: PointerEvent): void => {
    if (!this.contains(target as Node)) this.#hide();
  };

  readonly #onScroll = (): void => this.#place();

  #click(event: MouseEvent): void {
    const byTouch = this.#pressedBy === 'touch';
    this.#pressedBy = '';
    if (!byTouch || this.#definition.matches(':popover-open')) return;
    event.preventDefault();
    this.#show();
  }

  /** Below the first line of the word, or above it where there is no room below; always inside the window. */
  #place(): void {
    const word = this.#link.getClientRects()[0] ?? this.#link.getBoundingClientRect();
    const { width, height } = this.#definition.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(8, Math.min(word.left, clientWidth - width - 8));
    const top = word.bottom + height + 8 <= clientHeight ? word.bottom + 4 : word.top - height - 4;
    this.#definition.style.translate = `${left}px ${Math.max(8, top)}px`;
  }
}

customElements.define('glossary-term', GlossaryTerm);
