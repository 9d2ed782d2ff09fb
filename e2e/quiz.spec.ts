import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { databaseName } from './stored.ts';
import { expect, test } from './test.ts';
import { lesson } from './workbench.ts';

const words = {
  en: { check: 'Check', retry: 'Try again', wrong: 'Not this one.', right: 'Right.' },
  ko: { check: '정답 확인', retry: '다시 풀기', wrong: '정답이 아닙니다.', right: '정답입니다.' },
} as const;

type Kind = 'single' | 'multiple' | 'predict';

/** A question of the lesson, as a learner answers it. */
class Question {
  readonly root: Locator;
  readonly inputs: Locator;
  /** Its explanations, in the order of the choices. */
  readonly explained: Locator;
  readonly status: Locator;
  readonly check: Locator;
  readonly retry: Locator;

  constructor(page: Page, kind: Kind, locale: 'en' | 'ko' = 'en') {
    this.root = page.locator(`quiz-question[data-kind="${kind}"]`);
    this.inputs = this.root.locator('input');
    this.explained = this.root.locator('.choice .explanation:visible');
    this.status = this.root.getByRole('status');
    this.check = this.root.getByRole('button', { name: words[locale].check });
    this.retry = this.root.getByRole('button', { name: words[locale].retry });
  }

  /** Chooses the answers at these places and has them checked. */
  async answer(...places: number[]): Promise<void> {
    for (const place of places) await this.inputs.nth(place).check();
    await this.check.click();
  }
}

test('one right answer: a wrong one is explained without giving the right one away', async ({ page }) => {
  await page.goto(lesson.en);
  const question = new Question(page, 'single');
  await question.answer(1);
  await expect(question.status).toHaveText(words.en.wrong);
  await expect(question.explained).toHaveCount(1);
  await expect(question.explained).toContainText('two different things');

  await question.retry.click();
  await expect(question.explained).toHaveCount(0);
  await question.answer(0);
  await expect(question.status).toHaveText(words.en.right);
});

test('several right answers: what is wrong and what is missing is explained', async ({ page }) => {
  await page.goto(lesson.ko);
  const question = new Question(page, 'multiple', 'ko');
  await question.answer(0, 1);
  await expect(question.status).toHaveText(/^아직 정답이 아닙니다/);
  await expect(question.explained.locator('strong')).toHaveText([
    words.ko.right,
    words.ko.wrong,
    '이 답도 맞습니다.',
  ]);
  await expect(question.explained.last()).toContainText('문자가 두 통이나 갑니다');

  await question.retry.click();
  await question.answer(0, 1, 2, 3);
  await expect(question.status).toHaveText(/^아직 정답이 아닙니다/);
  await question.retry.click();
  await question.answer(0, 2);
  await expect(question.status).toHaveText(words.ko.right);
});

test('a prediction: the program is there, and after the answer what it returned', async ({ page }) => {
  await page.goto(lesson.en);
  const question = new Question(page, 'predict');
  const outcome = question.root.locator('.outcome .explanation');
  await expect(question.root.locator('pre')).toContainText('mina.pullDomainEvents()');
  await expect(outcome).toBeHidden();
  await question.answer(0);
  await expect(question.status).toHaveText(words.en.wrong);
  await expect(outcome).toBeVisible();

  const returned = await outcome.locator('code').innerText();
  await question.retry.click();
  await question.root.getByLabel(returned, { exact: true }).check();
  await question.check.click();
  await expect(question.status).toHaveText(words.en.right);
});

test('an answer survives a reload, is not announced again, and is never seen as unanswered', async ({
  page,
}) => {
  await page.goto(lesson.en);
  const question = new Question(page, 'multiple');
  await question.answer(1);
  await expect(question.root).toHaveAttribute('data-kept');
  await expect(question.explained).toHaveCount(3);
  // Runs in each frame from the first one on.
  await page.addInitScript(() => {
    const look = () => {
      const shown = document.querySelector('quiz-question[data-kind="multiple"]');
      const isSeen = shown && getComputedStyle(shown).visibility === 'visible';
      if (isSeen && !shown.querySelector('details[open]')) document.documentElement.dataset['flash'] = '';
      requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();

  await expect(question.inputs.nth(1)).toBeChecked();
  await expect(question.inputs.nth(1)).toBeDisabled();
  await expect(question.explained).toHaveCount(3);
  await expect(question.status).toHaveAttribute('aria-live', 'off');
  await expect(question.retry).not.toBeFocused();
  await expect(page.locator('html')).not.toHaveAttribute('data-flash');

  await question.retry.click();
  await question.answer(0, 2);
  await expect(question.root).toHaveAttribute('data-kept');
  await page.reload();
  await expect(question.status).toHaveText(words.en.right);
});

test('a question that was edited since is asked anew', async ({ page }) => {
  await page.goto(lesson.en);
  const question = new Question(page, 'single');
  await question.answer(1);
  await expect(question.root).toHaveAttribute('data-kept');
  await expect(question.explained).toHaveCount(1);
  const key = (await question.root.getAttribute('data-key'))!;
  await page.route(`**/${lesson.en}`, async (route) => {
    const response = await route.fetch();
    const edited = (await response.text()).replace(key, key.replace(/^./, 'x'));
    await route.fulfill({ response, body: edited });
  });
  await page.reload();
  await expect(question.root).toHaveAttribute('data-ready');
  await expect(question.check).toBeVisible();
  await expect(question.explained).toHaveCount(0);

  await page.unroute(`**/${lesson.en}`);
  await page.reload();
  await expect(question.explained).toHaveCount(1);
});

test('the keyboard is enough, and the focus is never lost', async ({ page }) => {
  await page.goto(lesson.en);
  const question = new Question(page, 'predict');
  await expect(page.getByRole('group', { name: /^Predict the outcome\s*Mina changes/ })).toBeVisible();
  await question.inputs.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(question.retry).toBeFocused();
  await expect(question.retry).toHaveAccessibleDescription(
    /Right\. The look made a copy.*It returned seen \d/,
  );

  await page.keyboard.press('Enter');
  await expect(question.inputs.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question.status).toHaveText('Choose an answer first.');
  await expect(question.check).toBeFocused();
});

test('where the browser stores nothing, questions are asked and judged all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => ({
        open: () => {
          throw new Error('blocked');
        },
      }),
    });
  });
  await page.goto(lesson.ko);
  const question = new Question(page, 'single', 'ko');
  await question.answer(0);
  await expect(question.status).toHaveText(words.ko.right);
});

test('a database that another tab holds on to does not hide the questions', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('favicon.svg');
  await other.evaluate(
    (database) => new Promise((opened) => (indexedDB.open(database, 1).onsuccess = () => opened(undefined))),
    databaseName,
  );
  await page.goto(lesson.en);
  const question = new Question(page, 'single');
  await question.answer(0);
  await expect(question.status).toHaveText(words.en.right);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in answered questions, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(lesson.ko);
    for (const kind of ['single', 'multiple', 'predict'] as const)
      await new Question(page, kind, 'ko').answer(1);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).include('quiz-question').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every explanation and the outcome can be opened', async ({ page }) => {
    await page.goto(lesson.en);
    const question = new Question(page, 'predict');
    await expect(question.check).toBeHidden();
    await expect(question.explained).toHaveCount(0);
    for (const summary of await question.root.locator('summary').all()) await summary.click();
    await expect(question.explained).toHaveCount(4);
    await expect(question.root.locator('.outcome .explanation')).toBeVisible();
  });
});
