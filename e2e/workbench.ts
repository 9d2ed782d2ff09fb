import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export const lesson = { en: 'en/aggregates/aggregate-root/', ko: 'ko/aggregates/aggregate-root/' } as const;

const names = {
  en: { open: 'Open the editor', run: /^Run/, stop: 'Stop', reset: 'Reset', undo: 'Restore my code' },
  ko: { open: '편집기 열기', run: /^실행/, stop: '중지', reset: '초기화', undo: '내 코드 되살리기' },
} as const;

/** The lesson has several exercises; the tests use this one. */
export const exercise = '#exercise-aggregates-change-password';

/** Where an exercise stands: by default the one of the lesson above. */
export type Place = { readonly exercise: string; readonly lesson: string };
const changePassword: Place = { exercise: 'aggregates/change-password', lesson: 'aggregates/aggregate-root' };

/** A file of the exercise: `user.solution.ts`. */
export const exerciseFile = (name: string, { exercise: id } = changePassword): string =>
  readFileSync(new URL(`../exercises/${id}/${name}`, import.meta.url), 'utf8');

/** The workbench of an exercise, as a learner uses it. */
export class Workbench {
  readonly root: Locator;
  readonly verdict: Locator;
  readonly headline: Locator;
  readonly lines: Locator;
  /** The number of the verdict that was shown when Run was pressed. */
  private before: string | null = null;

  constructor(
    readonly page: Page,
    readonly locale: 'en' | 'ko' = 'en',
    readonly place = changePassword,
  ) {
    this.root = page.locator(`#exercise-${place.exercise.replaceAll('/', '-')} .bench`);
    this.verdict = this.root.locator('.verdict');
    this.headline = this.root.locator('.verdict-headline');
    this.lines = this.root.locator('.bench-editor :is(.view-lines, .pce-wrapper)');
  }

  button(name: 'open' | 'run' | 'stop' | 'reset' | 'undo'): Locator {
    return this.root.getByRole('button', { name: names[this.locale][name], exact: true });
  }

  /** Scrolls to the exercise, as a reader does; nothing of it runs before. */
  async come(): Promise<void> {
    await this.page.goto(`${this.locale}/${this.place.lesson}/`);
    await this.root.scrollIntoViewIfNeeded();
  }

  async open(): Promise<void> {
    await this.come();
    await this.button('open').click();
    await expect(this.lines).toContainText(/\S/, { timeout: 25_000 });
  }

  /** The tab of a file, whatever else it says: that the file was changed, that it can only be read. */
  tab(file: string): Locator {
    return this.root.getByRole('tab', { name: new RegExp(`^${file.replaceAll('.', '\\.')}(\\s|$)`) });
  }

  /** Shows another of the exercise's files. */
  async show(file: string): Promise<void> {
    await this.tab(file).click();
  }

  /** Pastes over everything in the shown file. Typed, the editor would indent each line and close each comment. */
  async write(text: string): Promise<void> {
    const plain = this.root.locator('.bench-editor textarea.pce-textarea');
    if ((await plain.count()) > 0) return plain.fill(text);
    await this.lines.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, text);
  }

  async run(): Promise<void> {
    await this.rerun(() => this.button('run').click());
  }

  /** Presses Run in another way. A short run says nothing before its verdict, which may be the same as the last one. */
  async rerun(press: () => Promise<void>): Promise<void> {
    this.before = await this.verdict.getAttribute('data-verdicts').catch(() => null);
    await press();
  }

  /** The first Run waits for downloads, and for TypeScript where the exercise asks it. */
  async expectVerdict(kind: string): Promise<void> {
    if (this.before) {
      await expect(this.verdict).not.toHaveAttribute('data-verdicts', this.before, { timeout: 25_000 });
      this.before = null;
    }
    await expect(this.verdict).toHaveAttribute('data-verdict', kind, { timeout: 25_000 });
  }
}
