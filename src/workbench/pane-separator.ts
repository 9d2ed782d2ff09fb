import { prefer, readPreferences } from '../progress/preferences.ts';
import { fitSize, type Pane, type PaneName, panes, sizeAfterKey } from './pane-size.ts';

/**
 * `<pane-separator data-pane aria-label>`: resizes its pane by pointer, arrow keys, Home and End, and gives it back its
 * first size on a double click. The size is a custom property of the root element, and remembered.
 *
 * Ours, because the pane on one side is HTML of the page and on the other an island: what splits panes by keyboard for
 * Preact wants to render both, and what does not render knows no keyboard.
 */
class PaneSeparator extends HTMLElement {
  readonly #resized = new ResizeObserver(() => this.#tellSize());

  connectedCallback(): void {
    const { orientation, least, most } = this.#pane;
    this.role = 'separator';
    this.tabIndex = 0;
    this.ariaOrientation = orientation;
    this.ariaValueMin = String(least);
    this.ariaValueMax = String(most);
    this.#apply(readPreferences().sizes?.[this.#name]);
    this.#resized.observe(this.#element);
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('pointerdown', this.#onPress);
    this.addEventListener('dblclick', this.#onDoubleClick);
  }

  disconnectedCallback(): void {
    this.#resized.disconnect();
  }

  get #name(): PaneName {
    return this.dataset['pane'] as PaneName;
  }

  get #pane(): Pane {
    return panes[this.#name];
  }

  get #element(): HTMLElement {
    return this.parentElement!.querySelector<HTMLElement>(`:scope > ${this.#pane.element}`)!;
  }

  /** As it is on the screen, in the pane's unit. */
  get #size(): number {
    return this.#inUnit(this.#extentOf(this.#element));
  }

  #extentOf(element: HTMLElement): number {
    return this.#pane.orientation === 'vertical' ? element.offsetWidth : element.offsetHeight;
  }

  #inUnit(pixels: number): number {
    return this.#pane.unit === 'px' ? pixels : (pixels / this.#extentOf(this.parentElement!)) * 100;
  }

  #tellSize(): void {
    const size = fitSize(this.#pane, this.#size);
    this.ariaValueNow = String(size);
    this.ariaValueText = `${size} ${this.#pane.unit}`;
  }

  #apply(size: number | undefined): void {
    const { style } = document.documentElement;
    const { property, unit } = this.#pane;
    if (size === undefined) style.removeProperty(property);
    else style.setProperty(property, `${fitSize(this.#pane, size)}${unit}`);
  }

  #remember(size: number | undefined): void {
    prefer({ sizes: { ...readPreferences().sizes, [this.#name]: size } });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const size = sizeAfterKey(this.#pane, this.#size, event.key);
    if (size === undefined) return;
    event.preventDefault();
    this.#apply(size);
    this.#remember(size);
  };

  readonly #onPress = (press: PointerEvent): void => {
    if (press.button !== 0) return;
    const place = ({ clientX, clientY }: PointerEvent) =>
      this.#pane.orientation === 'vertical' ? clientX : clientY;
    const before = this.#extentOf(this.#element) - place(press);
    let size: number | undefined;
    const released = new AbortController();
    const { signal } = released;
    this.setPointerCapture(press.pointerId);
    this.addEventListener(
      'pointermove',
      (move) => {
        size = fitSize(this.#pane, this.#inUnit(before + place(move)));
        this.#apply(size);
      },
      { signal },
    );
    this.addEventListener(
      'lostpointercapture',
      () => {
        released.abort();
        if (size !== undefined) this.#remember(size);
      },
      { signal },
    );
  };

  readonly #onDoubleClick = (): void => {
    this.#apply(undefined);
    this.#remember(undefined);
  };
}

customElements.define('pane-separator', PaneSeparator);

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- how Preact lets elements be named
  namespace JSX {
    interface IntrinsicElements {
      'pane-separator': import('preact').HTMLAttributes<HTMLElement> & { readonly 'data-pane': PaneName };
    }
  }
}
