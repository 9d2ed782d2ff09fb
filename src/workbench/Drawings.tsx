import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Drawing } from '../sandbox/drawing.ts';
import { BoardDrawing } from './BoardDrawing.tsx';
import { WallDrawing } from './WallDrawing.tsx';

type DrawingsProps = {
  readonly drawings: readonly Drawing[];
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** What hidden tests drew of the learner's code. */
export function Drawings({ drawings, ...told }: DrawingsProps) {
  return drawings.map((drawing, index) => {
    switch (drawing.kind) {
      case 'wall':
        return <WallDrawing key={index} wall={drawing} {...told} />;
      case 'board':
        return <BoardDrawing key={index} board={drawing} {...told} />;
    }
  });
}
