import { fill } from '../i18n/fill.ts';
import { arrange, type Arranged } from './arrange.ts';
import { AskedQuestion } from './asked-question.ts';
import { judgeOrder } from './judge.ts';
import { placeOf } from './move-item.ts';

/**
 * `<order-question>`, rendered by PredictOrder.astro: the learner arranges the notes, then each of them says where it
 * came in the run. The notes are remembered by the places at which they were shown first.
 */
class OrderQuestion extends AskedQuestion {
  readonly #list = this.querySelector<HTMLElement>('.notes')!;
  readonly #shown = [...this.#list.children] as HTMLElement[];
  readonly #moved = this.querySelector('.moved')!;
  #isBegun = false;
  #isAnswered = false;

  override connectedCallback(): void {
    arrange(
      this.#list,
      () => this.#isAnswered,
      (what, item) => this.#arranged(what, item),
    );
    this.#markEnds();
    super.connectedCallback();
  }

  protected chosen(): number[] {
    return this.#notes().map((note) => this.#shown.indexOf(note));
  }

  protected take(remembered: readonly number[]): boolean {
    const isOfThese = remembered.toSorted((a, b) => a - b).every((place, number) => place === number);
    if (this.#isBegun || remembered.length !== this.#shown.length || !isOfThese) return false;
    this.#arrangeAs(remembered);
    return true;
  }

  protected show() {
    const notes = this.#notes();
    const came = notes.map((note) => Number(note.dataset['came']));
    for (const [here, note] of notes.entries()) {
      const isInPlace = came[here] === here;
      note.dataset['placing'] = isInPlace ? 'right' : 'wrong';
      note.querySelector('.placing')!.textContent = isInPlace
        ? this.dataset['inPlace']!
        : fill(this.dataset['elsewhere']!, { number: String(came[here]! + 1) });
    }
    this.querySelector<HTMLDetailsElement>('.answer')!.open = true;
    const { right, inPlace } = judgeOrder(came);
    const counts = { inPlace: String(inPlace), count: String(came.length) };
    return { right, verdict: right ? this.dataset['right']! : fill(this.dataset['wrong']!, counts) };
  }

  protected setAnswered(answered: boolean): void {
    this.#isAnswered = answered;
    this.toggleAttribute('data-answered', answered);
    this.#moved.textContent = '';
  }

  protected begin(): HTMLElement {
    this.#isBegun = true;
    this.#arrangeAs([...this.#shown.keys()]);
    for (const note of this.#shown) delete note.dataset['placing'];
    return this.#shown[0]!.querySelector<HTMLElement>('.grip')!;
  }

  #arranged(what: Arranged, item: HTMLElement): void {
    this.#isBegun = true;
    this.#markEnds();
    this.#moved.textContent = fill(this.dataset[what]!, {
      note: item.dataset['name']!,
      number: String(placeOf(item) + 1),
      count: String(this.#shown.length),
    });
  }

  #arrangeAs(places: readonly number[]): void {
    this.#list.append(...places.map((place) => this.#shown[place]!));
    this.#markEnds();
  }

  /** A disabled button would lose the focus when a note arrives at an end. */
  #markEnds(): void {
    const notes = this.#notes();
    for (const [place, note] of notes.entries()) {
      note.querySelector('.up')!.ariaDisabled = String(place === 0);
      note.querySelector('.down')!.ariaDisabled = String(place === notes.length - 1);
    }
  }

  #notes(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }
}

customElements.define('order-question', OrderQuestion);
