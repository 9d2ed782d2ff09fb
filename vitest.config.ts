import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'content/**/*.test.ts',
      'src/**/*.test.ts',
      'exercises/library/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
  },
  resolve: {
    alias: {
      'past-tense/testing': new URL('./exercises/library/testing.ts', import.meta.url).pathname,
      'past-tense': new URL('./exercises/library/index.ts', import.meta.url).pathname,
    },
  },
});
