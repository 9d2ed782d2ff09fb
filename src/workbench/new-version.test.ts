import { expect, it } from 'vitest';
import { isOtherVersion } from './new-version.ts';

const names = ['/_astro/Workbench.1.js', '/runtime/sandbox.2.json'];
const page = (files: readonly string[]) => `<main><astro-island props="${files.join(' ')}"></main>`;

it('knows the page of another version by the files that it names', () => {
  expect(isOtherVersion(page(names), names)).toBe(false);
  expect(isOtherVersion(page(['/_astro/Workbench.1.js', '/runtime/sandbox.3.json']), names)).toBe(true);
});

it('takes neither an error page nor a login page for a version of the site', () => {
  expect(isOtherVersion('<h1>Sign in to this network</h1>', names)).toBe(false);
});
