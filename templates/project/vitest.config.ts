import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const library = (file: string) => fileURLToPath(new URL(`past-tense/${file}`, import.meta.url));

export default defineConfig({
  test: { include: ['hidden/requirements.test.js', 'src/**/*.{spec,test}.ts'] },
  resolve: {
    alias: { 'past-tense/testing': library('testing.ts'), 'past-tense': library('index.ts') },
  },
});
