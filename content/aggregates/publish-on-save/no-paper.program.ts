/** The label printer listens, and is out of paper. */
import { noodlesGetDearer } from './noodles-dearer.program.ts';

export const timeline = () =>
  noodlesGetDearer('LabelPrinter', () => {
    throw new Error('out of paper');
  });
