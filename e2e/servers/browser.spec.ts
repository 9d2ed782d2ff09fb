import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { selfTest } from '../self-test.ts';
import { expect, test as base } from '../test.ts';
import { servers } from './servers.ts';
import { builtFor } from './site.ts';

const test = base.extend<{ server: string; started: { readonly port: number; readonly address: string } }>({
  server: ['', { option: true }],
  started: async ({ server }, use) => {
    const { origin, port, close } = await servers[server]!(builtFor);
    await use({ address: origin + builtFor, port });
    await close();
  },
  baseURL: async ({ started }, use) => use(started.address),
});

for (const server of Object.keys(servers)) {
  test.describe(server, () => {
    test.use({ server, allowedErrors: [/status of 404/] });

    test('runs exercises, and shows a page in the reader’s language for what does not exist', async ({
      page,
    }) => {
      test.setTimeout(90_000);
      expect(await selfTest(page)).toMatchObject({
        host: 'good',
        isolation: 'good',
        compiler: 'good',
        judging: 'good',
      });
      await page.goto('ko/events/nothing/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('페이지를 찾을 수 없습니다');
      await page.getByRole('link', { name: '강의 첫 페이지로 가기' }).click();
      await expect(page).toHaveURL(/\/ko\/$/);
      await page.goto('nothing/');
      await page.getByRole('link', { name: 'This page does not exist' }).click();
      await expect(page).toHaveURL(/\/en\/$/);
    });
  });
}

test.describe('the health check of the image', () => {
  test.use({ server: 'nginx' });

  test('is content with a server that serves the site, and with no other', async ({ started }) => {
    const dockerfile = readFileSync(new URL('../../deploy/Dockerfile', import.meta.url), 'utf8');
    const command = /^HEALTHCHECK .*? CMD (.+)$/m.exec(dockerfile)![1]!;
    const check = (port: number, path: string): Promise<unknown> =>
      promisify(execFile)('sh', ['-c', command.replace(':8080', `:${port}`)], {
        env: { ...process.env, BASE: path },
      });
    await check(started.port, builtFor);
    await expect(check(started.port, '/nothing/')).rejects.toThrow();
    await expect(check(1, builtFor)).rejects.toThrow();
  });
});
