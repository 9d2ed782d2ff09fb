import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { MenuItem } from './BenchMenu.tsx';
import type { Bench, BenchState } from './bench.ts';

/** What Monaco does where the cursor is, for those who do not know its keys. */
export function editorItems(
  bench: Bench,
  editor: BenchState['editor'],
  words: WorkbenchMessages,
): readonly MenuItem[] {
  if (editor !== 'monaco') return [];
  return (['format', 'find', 'rename'] as const).map((command) => ({
    label: words[`edit.${command}`],
    onChoose: () => bench.perform(command),
  }));
}
