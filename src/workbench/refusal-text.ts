import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { visible } from '../i18n/visible.ts';
import type { Refusal } from '../sharing/proposal.ts';

/** Why code from elsewhere is not shown, and what can be done. */
export function refusalText(reason: Refusal, from: 'link' | 'computer', words: WorkbenchMessages): string {
  switch (reason.kind) {
    case 'too-large':
    case 'broken':
      return words[`share.${reason.kind}-${from}`];
    case 'version':
    case 'other-exercise':
      return words[`share.${reason.kind}`];
    case 'unknown-files':
      return reason.names.length === 0
        ? words['share.no-files']
        : fill(words['share.unknown-files'], { files: listed(reason.names) });
    case 'given-files':
    case 'ambiguous':
    case 'not-text':
      return fill(words[`share.${reason.kind}`], { files: listed(reason.names) });
  }
}

const mostNames = 5;

/** Names from elsewhere may be many, and long, and hold what turns the sentence around. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => {
    const short = name.replace(/^\.\//, '');
    return visible(short.length > 60 ? `${short.slice(0, 60)}…` : short);
  });
  return shown.join(', ') + (names.length > mostNames ? ', …' : '');
}
