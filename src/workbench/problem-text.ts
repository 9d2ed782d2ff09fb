import type { Problem } from '../compiler/compile-modules.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';

/** What the compiler refused, in the learner's language; a syntax error in the compiler's own words. */
export function problemText({ reason }: Problem, words: WorkbenchMessages): string {
  switch (reason.kind) {
    case 'syntax':
      return reason.text;
    case 'import':
      return fill(words['verdict.import'], { file: reason.specifier });
    case 'top-level-await':
      return words['verdict.top-level-await'];
    case 'too-deep':
    case 'too-large':
    case 'too-slow':
      return words[`verdict.${reason.kind}`];
  }
}
