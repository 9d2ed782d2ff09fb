import { beforeEach, expect, it, vi } from 'vitest';

const page = (dataset: Readonly<Record<string, string>>) => ({ documentElement: { dataset } });

/** What a page of a portable site knows of where it is. */
async function portable(address: string, own: object, around?: object) {
  vi.stubEnv('PORTABLE', 'true');
  vi.stubGlobal('document', own);
  vi.stubGlobal('location', new URL(address));
  vi.stubGlobal('window', { frameElement: around ? { ownerDocument: around } : null });
  return import('./site-address.ts');
}

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('is what the build knows, for a site with an address', async () => {
  vi.stubEnv('BASE_URL', '/past-tense');
  const { pageAddress, siteRoot, storagePrefix } = await import('./site-address.ts');
  expect([siteRoot, storagePrefix]).toEqual(['/past-tense', 'past-tense:/past-tense']);
  expect(pageAddress('/past-tense/en/doctor/')).toBe('/past-tense/en/doctor/');
});

it('is where the page says that the root is, for a portable site', async () => {
  const lesson = page({ root: '../../' });
  const { pageAddress, siteRoot, storagePrefix } = await portable(
    'https://a.example/x%20y/en/cart/late.html',
    lesson,
  );
  expect([siteRoot, storagePrefix]).toEqual(['/x%20y/', 'past-tense:/x%20y/']);
  expect(pageAddress('/x%20y/en/doctor/')).toBe('/x%20y/en/doctor.html');
});

it('keeps learners of a platform apart, on the page that frames the course and on those in the frame', async () => {
  const launch = page({ root: './', learner: 'k1' });
  const address = 'https://a.example/1/';
  expect((await portable(`${address}launch.html`, launch)).storagePrefix).toBe('past-tense:/1/@k1');
  vi.resetModules();
  const framed = await portable(`${address}en.html`, page({ root: './' }), launch);
  expect(framed.storagePrefix).toBe('past-tense:/1/@k1');
});
