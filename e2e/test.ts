import { test as base } from '@playwright/test';
import { listenElsewhere, type Elsewhere } from './elsewhere.ts';
import { collectViolations } from './violations.ts';

export { expect } from '@playwright/test';

type Watching = {
  /** Messages that a test brings about on purpose; they count as no error. */
  allowedErrors: RegExp[];
  /**
   * What the learner prefers. 'plain' for tests that are not about Monaco: it opens three seconds sooner. Without it
   * the page chooses.
   */
  editor: 'plain' | undefined;
  /** The test makes the policy refuse something on purpose. */
  allowsViolations: boolean;
};

/**
 * Every browser test fails on a console error, an uncaught error, a request to another host, from wherever it comes, or
 * anything that the policy of a page refused.
 */
export const test = base.extend<
  Watching & { watch: void; prefer: void; violations: readonly string[] },
  { elsewhere: Elsewhere }
>({
  elsewhere: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from here
    async ({}, use) => {
      const elsewhere = await listenElsewhere();
      await use(elsewhere);
      elsewhere.close();
    },
    { scope: 'worker' },
  ],
  // Playwright would send what is for this machine there, too; the last rule that fits counts.
  proxy: ({ elsewhere }, use) => use({ server: elsewhere.proxy, bypass: '<-loopback>,localhost' }),
  allowedErrors: [[], { option: true }],
  allowsViolations: [false, { option: true }],
  editor: [undefined, { option: true }],
  prefer: [
    async ({ context, editor, baseURL }, use) => {
      const key = `past-tense:${new URL(baseURL!).pathname}:preferences`;
      if (editor)
        await context.addInitScript(
          ([name, value]) => {
            if (window === top && localStorage.getItem(name!) === null) localStorage.setItem(name!, value!);
          },
          [key, JSON.stringify({ editor })],
        );
      await use();
    },
    { auto: true },
  ],
  watch: [
    async ({ page, context, baseURL, allowedErrors, elsewhere }, use) => {
      const found: string[] = [];
      elsewhere.asked.length = 0;
      page.on('console', (message) => {
        if (message.type() === 'error') found.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => found.push(`uncaught: ${error.message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const own = url.origin === new URL(baseURL!).origin;
        if (!own && !['blob:', 'data:', 'about:'].includes(url.protocol))
          found.push(`request to ${url.href}`);
      });
      await use();
      found.push(...elsewhere.asked.map((line) => `left for another host: ${line}`));
      const errors = found.filter((text) => !allowedErrors.some((allowed) => allowed.test(text)));
      base.expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  violations: [
    async ({ context, allowsViolations }, use) => {
      const violations = await collectViolations(context);
      await use(violations);
      if (!allowsViolations) base.expect(violations).toEqual([]);
    },
    { auto: true },
  ],
});
