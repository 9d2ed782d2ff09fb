import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { FaultKind } from './load-fault.ts';

type FaultReasonProps = { readonly fault: FaultKind | undefined; readonly words: WorkbenchMessages };

/** Why a part could not be loaded, and what the learner can do about it. */
export const FaultReason = ({ fault, words }: FaultReasonProps) =>
  fault && <span class="fault-reason">{words[`fault.${fault}`]}</span>;
