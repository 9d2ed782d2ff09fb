import { expect } from '@playwright/test';
import { startHost, type Host } from './host.ts';
import { selfTest } from './self-test.ts';
import { test as base } from './test.ts';
import { Workbench } from './workbench.ts';

/** docs/hosting.md says what these tests show. */
const test = base.extend<{ host: Host }>({
  host: [{}, { option: true }],
  baseURL: async ({ host }, use) => {
    const server = await startHost(host);
    await use(server.address);
    await server.close();
  },
});

const policy = 'Content-Security-Policy';
const tellsTheTruth = [/Content Security Policy|status of 404/];

const recommended = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  [policy]: "frame-ancestors 'self'",
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const wholePolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; " +
  "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

// Each waits until an endless loop is stopped.
test.describe.configure({ timeout: 90_000 });

const works = { isolation: 'good', compiler: 'good', judging: 'good' };

for (const [what, host] of Object.entries<Host>({
  'sends no header': {},
  'sends the recommended headers': { headers: [{ send: recommended }] },
  'sends the whole policy as a header': { headers: [{ send: { [policy]: wholePolicy } }] },
  'forbids frames by X-Frame-Options: DENY': { headers: [{ send: { 'X-Frame-Options': 'DENY' } }] },
  'isolates all files by COOP, COEP and CORP': {
    headers: [{ send: { ...isolated, 'Cross-Origin-Resource-Policy': 'same-origin' } }],
  },
  'puts the runtime files into a sandbox': { headers: [{ on: /^runtime\//, send: { [policy]: 'sandbox' } }] },
  'sends WebAssembly and data as mere bytes': {
    headers: [{ send: { 'X-Content-Type-Options': 'nosniff' } }],
    types: { '.gz': 'application/octet-stream', '.wasm': 'application/octet-stream', '.json': 'text/plain' },
  },
})) {
  test.describe(`a host that ${what}`, () => {
    test.use({ host, allowedErrors: tellsTheTruth });

    test('runs exercises', async ({ page }) => {
      expect(await selfTest(page)).toMatchObject(works);
      await expect(page.locator('[data-part="host"]')).not.toHaveAttribute('data-state', 'bad');
    });
  });
}

for (const [what, host, breaks, sentence] of [
  [
    "sends the policy default-src 'self'",
    { headers: [{ send: { [policy]: "default-src 'self'" } }] },
    ['isolation', 'compiler', 'judging'],
    "script-src: 'unsafe-inline' 'wasm-unsafe-eval' blob:.",
  ],
  [
    "sends a policy without 'wasm-unsafe-eval'",
    { headers: [{ send: { [policy]: wholePolicy.replace("'wasm-unsafe-eval' ", '') } }] },
    ['compiler', 'judging'],
    "script-src: 'wasm-unsafe-eval'.",
  ],
  [
    'sends a policy without blob: for workers',
    {
      headers: [{ send: { [policy]: wholePolicy.replace("worker-src 'self' blob:", "worker-src 'self'") } }],
    },
    ['isolation', 'judging'],
    'worker-src: blob:.',
  ],
] as const) {
  test.describe(`a host that ${what}`, () => {
    test.use({ host, allowedErrors: [/./], allowsViolations: true });

    test('breaks exercises, and the self-test names the header', async ({ page }) => {
      const states = await selfTest(page);
      for (const part of ['host', ...breaks]) expect(states, part).toMatchObject({ [part]: 'bad' });
      await expect(page.locator('[data-part="host"]')).toContainText('the header Content-Security-Policy');
      await expect(page.locator('[data-part="host"]')).toContainText(sentence);
      for (const part of breaks) {
        await expect(page.locator(`[data-part="${part}"]`)).toContainText('The likely cause is the header');
      }
    });
  });
}

test.describe('a host that isolates pages by COEP, and not their scripts', () => {
  test.use({ host: { headers: [{ on: /\/$/, send: isolated }] }, allowedErrors: [/./] });

  test('breaks the compiler but not the sandbox, and the self-test names the header', async ({ page }) => {
    expect(await selfTest(page)).toMatchObject({ host: 'bad', isolation: 'good', compiler: 'bad' });
    await expect(page.locator('[data-part="host"]')).toContainText(
      'Cross-Origin-Embedder-Policy: require-corp',
    );
  });
});

test.describe('a host that answers with a page for what does not exist', () => {
  test.use({ host: { fallback: true }, allowedErrors: tellsTheTruth });

  test('runs exercises, and the self-test warns', async ({ page }) => {
    expect(await selfTest(page)).toMatchObject({ ...works, host: 'note' });
    await expect(page.locator('[data-part="host"]')).toContainText('the host answers 200 instead of 404');
  });
});

test.describe('a host that sends scripts as text', () => {
  test.use({ host: { types: { '.js': 'text/plain' } }, allowedErrors: [/MIME type/] });

  test('lets the self-test not start, and its page says why', async ({ page }) => {
    await page.goto('en/doctor/');
    await expect(page.getByText('wrong Content-Type instead of text/javascript')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start the test' })).toBeHidden();
  });
});

test.describe('under all recommended headers', () => {
  test.use({ host: { headers: [{ send: { ...recommended, ...isolated, [policy]: wholePolicy } }] } });

  test('the whole workbench works', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.run();
    await bench.expectVerdict('failed');
  });

  test('search works', async ({ page }) => {
    await page.goto('en/');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox').fill('aggregate');
    await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
  });
});
