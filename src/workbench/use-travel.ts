import { useState } from 'preact/hooks';
import { readTape, type Tape } from '../sandbox/tape.ts';
import type { BuiltFile } from './integrity.ts';
import { faultOf, type FaultKind } from './load-fault.ts';
import { loadReference } from './reference.ts';

type StreamTravel = typeof import('../timeline/StreamTravel.tsx').StreamTravel;

type TravelView =
  | { readonly kind: 'closed' | 'loading' | 'unreachable' }
  | {
      readonly kind: 'open';
      readonly StreamTravel: StreamTravel;
      /** The tape of the solution; none if the host shows none, or it could not be loaded. */
      readonly reference?: Tape | undefined;
      readonly fault?: FaultKind | undefined;
    };

export type Travel = {
  readonly view: TravelView;
  readonly open: () => Promise<void>;
  readonly close: () => void;
};

/** The journey through a stream, which stays open from run to run; beside that of the solution where there is one. */
export function useTravel(reference: BuiltFile | undefined): Travel {
  const [view, setView] = useState<TravelView>({ kind: 'closed' });
  const open = async () => {
    setView({ kind: 'loading' });
    try {
      const [{ StreamTravel }, ours] = await Promise.all([
        import('../timeline/StreamTravel.tsx'),
        reference && loadTape(reference),
      ]);
      setView({ kind: 'open', StreamTravel, ...ours });
    } catch {
      setView({ kind: 'unreachable' });
    }
  };
  return { view, open, close: () => setView({ kind: 'closed' }) };
}

async function loadTape(file: BuiltFile): Promise<{ reference?: Tape | undefined; fault?: FaultKind }> {
  try {
    const { tape } = await loadReference(file);
    return { reference: readTape(tape) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
