/** The repository method opens a transaction, and the menu board listens inside it. */
import { noodlesGetDearer } from './noodles-dearer.program.ts';

export const timeline = () => noodlesGetDearer('MenuBoard', () => {});
