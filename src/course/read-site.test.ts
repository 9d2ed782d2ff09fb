import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readSite } from './read-site.ts';
import { smallCourse, write } from './tree.test-support.ts';

const config = (more: string) =>
  `export default { name: 'Academy', description: { en: 'A course.', ko: '강의.' }, ${more} };`;

it('reads the host’s choices, and where the logo lies', async () => {
  const root = write({
    ...smallCourse,
    'site.config.ts': config("logo: './logo.svg'"),
    'logo.svg': '<svg/>',
  });

  expect(await readSite(root)).toMatchObject({ name: 'Academy', logo: join(root, 'logo.svg') });
});

it('reads the file that SITE_CONFIG names, with the logo beside it', async () => {
  const root = write({
    ...smallCourse,
    'hosts/one.config.ts': config("chapters: ['cart'], logo: { light: 'l.svg', dark: 'd.svg' }"),
    'hosts/l.svg': '<svg/>',
    'hosts/d.svg': '<svg/>',
  });
  vi.stubEnv('SITE_CONFIG', 'hosts/one.config.ts');

  expect(await readSite(root)).toMatchObject({
    chapters: ['cart'],
    logo: { light: join(root, 'hosts/l.svg'), dark: join(root, 'hosts/d.svg') },
  });
  vi.unstubAllEnvs();
});

it.each([
  ['a logo that is no file', config("logo: 'lost.svg'"), 'the logo lost.svg is no file'],
  ['a chapter that is not there', config("chapters: ['carts']"), 'Did you mean cart?'],
  ['a file that exports nothing', 'export const site = {};', 'it exports no choices. Write export default'],
])('refuses %s and names the file', async (_, text, complaint) => {
  const root = write({ ...smallCourse, 'site.config.ts': text });

  await expect(readSite(root)).rejects.toThrow(/^site\.config\.ts: /);
  await expect(readSite(root)).rejects.toThrow(complaint);
});

it('refuses a folder without the file', async () => {
  await expect(readSite(write(smallCourse))).rejects.toThrow(
    'site.config.ts: the file is missing. Add it, or correct SITE_CONFIG; see docs/class.md.',
  );
});
