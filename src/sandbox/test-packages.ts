/** The packages that a test which the learner writes may import though no file of the sandbox holds them. */
export const specPackages = ['vitest', '@jest/globals'] as const;

/** Those of a hidden test. */
export const testPackages = [...specPackages, 'past-tense/drawing'] as const;
