import type { BrowserContext } from '@playwright/test';

/**
 * Collects what the policies of pages refuse, in every page and frame of the context. Workers tell their own; of those
 * only the learner's has a policy, and what it refuses there is its purpose.
 */
export async function collectViolations(context: BrowserContext): Promise<readonly string[]> {
  const found: string[] = [];
  await context.exposeBinding('tellViolation', (_, text: string) => void found.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      const place = `${sourceFile || document.URL}:${lineNumber}`;
      const tell = (globalThis as unknown as { tellViolation(text: string): void }).tellViolation;
      tell(`policy: ${effectiveDirective} refused ${blockedURI} ${sample} at ${place}`);
    });
  });
  return found;
}
