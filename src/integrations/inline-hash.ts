import { createHash } from 'node:crypto';

/** The source expression of a policy that allows an inline script or style with exactly this text. */
export const inlineHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
