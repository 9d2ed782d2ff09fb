import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

const lesson = { en: 'en/events/publisher-and-handlers/', ko: 'ko/events/publisher-and-handlers/' } as const;

/** What the recording of the lesson's program says. */
const run = [
  'UserRegistered',
  'welcome points',
  'PointsGranted',
  'push message',
  'welcome e-mail',
  'members[mina]',
  'committed',
] as const;

const words = {
  en: { check: 'Check', retry: 'Try again', up: /up$/, down: /down$/, right: 'Right.' },
  ko: { check: '정답 확인', retry: '다시 풀기', up: /위로/, down: /아래로/, right: '정답입니다.' },
} as const;

/** The question of the lesson, as a learner answers it. */
class OrderQuestion {
  readonly root: Locator;
  readonly notes: Locator;
  readonly names: Locator;
  readonly placings: Locator;
  /** The notes of the recorded run. */
  readonly ran: Locator;
  readonly said: Locator;
  readonly status: Locator;
  readonly check: Locator;
  readonly retry: Locator;

  constructor(
    readonly page: Page,
    readonly locale: 'en' | 'ko' = 'en',
  ) {
    this.root = page.locator('order-question');
    this.notes = this.root.locator('.notes > li');
    this.names = this.notes.locator('.note-text');
    this.placings = this.notes.locator('.placing');
    this.ran = this.root.locator('.ran-notes .note-text:visible');
    this.said = this.root.locator('.moved');
    this.status = this.root.getByRole('status');
    this.check = this.root.getByRole('button', { name: words[locale].check });
    this.retry = this.root.getByRole('button', { name: words[locale].retry });
  }

  async come(): Promise<void> {
    await this.page.goto(lesson[this.locale]);
    await expect(this.root).toHaveAttribute('data-ready');
    await this.notes.nth(3).evaluate((note) => note.scrollIntoView({ block: 'center' }));
  }

  note(name: string): Locator {
    const text = this.page.locator('.note-text').and(this.page.getByText(name, { exact: true }));
    return this.notes.filter({ has: text });
  }

  button(name: string, which: 'up' | 'down'): Locator {
    return this.note(name).getByRole('button', { name: words[this.locale][which] });
  }

  grip(name: string): Locator {
    return this.note(name).locator('.grip');
  }

  /** A note in an announcement: `“listener welcome points UserRegistered”`. */
  async told(name: string): Promise<string> {
    const lines = await this.note(name).locator('.note p').allInnerTexts();
    return `“${lines.map((line) => line.trim()).join(' ')}”`;
  }

  async order(): Promise<string[]> {
    return this.names.allInnerTexts();
  }

  /** Brings the notes into an order, from the first on. */
  async arrange(order: readonly string[]): Promise<void> {
    for (const [place, name] of order.entries()) {
      for (let at = (await this.order()).indexOf(name); at > place; at -= 1)
        await this.button(name, 'up').click();
    }
  }
}

/** In the middle of an element, as the browser shows it. */
async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test('buttons: the right order is right, and the recorded run is shown with what led to what', async ({
  page,
}) => {
  const question = new OrderQuestion(page);
  await question.come();
  await expect(question.ran).toHaveCount(0);
  await question.arrange(run);
  await question.check.click();

  await expect(question.status).toHaveText(words.en.right);
  await expect(question.placings).toHaveText(Array.from(run, () => 'in place'));
  await expect(question.ran).toHaveText([...run]);
  await expect(question.root.locator('.ran-notes .ran-notes .ran-notes .note-text')).toHaveText([
    'PointsGranted',
    'push message',
  ]);
  await expect(question.retry).toHaveAccessibleDescription(/^publish is an ordinary call/);
});

test('a wrong order: each note says where it came, and can be arranged anew', async ({ page }) => {
  const question = new OrderQuestion(page);
  await question.come();
  const shown = await question.order();
  await question.arrange([run[1], run[0], ...run.slice(2)]);
  await question.check.click();

  await expect(question.status).toHaveText('Not quite. In place: 5 of 7.');
  await expect(question.placings.nth(0)).toHaveText('came as number 2');
  await expect(question.placings.nth(2)).toHaveText('in place');
  await expect(question.retry).toBeFocused();
  await expect(question.root.locator('.grip:visible')).toHaveCount(0);

  await question.retry.click();
  expect(await question.order()).toEqual(shown);
  await expect(question.ran).toHaveCount(0);
  await expect(question.placings.first()).toBeHidden();
  await expect(question.notes.first().locator('.grip')).toBeFocused();
});

test('the keyboard is enough: a grabbed note moves, each move is told, and the focus stays on it', async ({
  page,
}) => {
  const question = new OrderQuestion(page);
  await question.come();
  const shown = await question.order();
  const [first = '', second = '', third = ''] = shown;
  const told = await question.told(first);
  await question.grip(first).focus();
  await page.keyboard.press('ArrowDown');
  expect(await question.order()).toEqual(shown);

  await page.keyboard.press('Space');
  await expect(question.said).toContainText(`${told} is grabbed, number 1 of 7.`);
  await expect(question.grip(first)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect((await question.order()).slice(0, 3)).toEqual([second, third, first]);
  await expect(question.said).toHaveText(`${told} is number 3 of 7.`);
  await page.keyboard.press('End');
  expect((await question.order()).at(-1)).toBe(first);
  await expect(question.grip(first)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await question.order()).toEqual(shown);
  await expect(question.said).toHaveText(`${told} is back where it was, number 1 of 7.`);

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(question.said).toHaveText(`${told} is let go, number 2 of 7.`);
  await page.keyboard.press('ArrowDown');
  expect((await question.order()).slice(0, 2)).toEqual([second, first]);
});

test('a button keeps the focus while its note moves, and at the end of the list', async ({ page }) => {
  const question = new OrderQuestion(page);
  await question.come();
  const [first = ''] = await question.order();
  const down = question.button(first, 'down');
  await down.focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('Enter');

  expect((await question.order()).at(-1)).toBe(first);
  await expect(down).toBeFocused();
  await expect(down).toHaveAttribute('aria-disabled', 'true');
  await expect(question.button(first, 'up')).toHaveAttribute('aria-disabled', 'false');
  await expect(question.said).toHaveText(`${await question.told(first)} is number 7 of 7.`);
});

test('a mouse drags a note by any part of it', async ({ page }) => {
  const question = new OrderQuestion(page);
  await question.come();
  const [first = '', second = '', third = '', fourth = ''] = await question.order();
  const from = await middleOf(question.note(first).locator('.note'));
  const to = await middleOf(question.note(third).locator('.note'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();

  expect((await question.order()).slice(0, 4)).toEqual([second, third, first, fourth]);
  await expect(question.said).toHaveText(`${await question.told(first)} is number 3 of 7.`);
  await question.check.click();
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y, { steps: 8 });
  await page.mouse.up();
  expect((await question.order()).slice(0, 4)).toEqual([second, third, first, fourth]);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  /** Playwright has no gesture of a finger that moves. */
  async function swipe(page: Page, from: { x: number; y: number }, byY: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      });
    await touch('touchStart', from.y);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', from.y + (byY * step) / 10);
    await touch('touchEnd');
  }

  test('a finger drags a note by its grip', async ({ page }) => {
    const question = new OrderQuestion(page);
    await question.come();
    const [first = '', second = '', third = '', fourth = ''] = await question.order();
    const from = await middleOf(question.grip(first));
    const to = await middleOf(question.grip(third));
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, from, to.y - from.y);

    await expect(question.names.nth(2)).toHaveText(first);
    expect((await question.order()).slice(0, 4)).toEqual([second, third, first, fourth]);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  test('beside its grip a finger scrolls the page', async ({ page }) => {
    const question = new OrderQuestion(page);
    await question.come();
    const shown = await question.order();
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(question.notes.nth(3).locator('.note')), -150);

    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
    expect(await question.order()).toEqual(shown);
  });

  test('nothing is wider than the page', async ({ page }) => {
    const question = new OrderQuestion(page, 'ko');
    await question.come();
    await question.check.click();
    const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(over)).toBe(0);
  });
});

test('an answer survives a reload, is not announced again, and is among the data of the learner', async ({
  page,
}) => {
  const question = new OrderQuestion(page, 'ko');
  await question.come();
  await question.arrange(run.toReversed().map((name) => (name === 'committed' ? '커밋' : name)));
  const arranged = await question.order();
  await question.check.click();
  await expect(question.root).toHaveAttribute('data-kept');
  await page.reload();

  await expect(question.status).toHaveText('아직 정답이 아닙니다. 7개 중 1개가 맞는 자리에 있습니다.');
  await expect(question.status).toHaveAttribute('aria-live', 'off');
  await expect(question.retry).not.toBeFocused();
  expect(await question.order()).toEqual(arranged);
  await expect(question.placings.first()).toHaveText('실제로는 7번째');

  await page.goto('ko/progress/');
  await expect(page.getByText(/문제 답안 1개/).first()).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the question, asked and answered, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const question = new OrderQuestion(page, theme === 'light' ? 'ko' : 'en');
    await question.come();
    const violations = async () => {
      const found = await new AxeBuilder({ page }).include('order-question').analyze();
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    await page.waitForLoadState('networkidle');
    expect(await violations()).toEqual([]);
    await question.check.click();
    await expect(question.ran.first()).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the notes are a list, and the run can be opened', async ({ page }) => {
    const question = new OrderQuestion(page);
    await page.goto(lesson.en);
    await expect(question.names).toHaveCount(run.length);
    await expect(question.names.first()).toBeVisible();
    await expect(question.check).toBeHidden();
    await expect(question.root.locator('button:visible')).toHaveCount(0);
    await expect(question.ran).toHaveCount(0);
    await question.root.locator('summary').click();
    await expect(question.ran).toHaveText([...run]);
  });
});
