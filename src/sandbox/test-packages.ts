/** The packages that a hidden test may import though no file of the sandbox holds them. */
export const testPackages = ['vitest', '@jest/globals', 'past-tense/drawing'] as const;
