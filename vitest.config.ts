import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Generous, because the gate's own tests run whole exercises, and a build machine may be slow.
    testTimeout: 30_000,
    include: [
      'content/**/*.test.ts',
      'deploy/*.test.ts',
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
