import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Tape } from '../sandbox/tape.ts';
import { FaultReason } from './FaultReason.tsx';
import type { Travel } from './use-travel.ts';

type TravelPanelProps = {
  readonly tape: Tape;
  readonly travel: Travel;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** Opens the journey through the stream of the last run. */
export function TravelPanel({ tape, travel: { view, open, close }, locale, words }: TravelPanelProps) {
  const isOpen = view.kind === 'open';
  return (
    <div class="travel-panel">
      <button type="button" aria-expanded={isOpen} onClick={() => (isOpen ? close() : void open())}>
        {words[isOpen ? 'travel.close' : 'travel.open']}
      </button>
      <output>
        {(view.kind === 'loading' || view.kind === 'unreachable') && words[`travel.${view.kind}`]}
      </output>
      {isOpen && view.fault && (
        <p>
          {words['travel.alone']} <FaultReason fault={view.fault} words={words} />{' '}
          <button type="button" onClick={() => void open()}>
            {words['verdict.retry']}
          </button>
        </p>
      )}
      {isOpen && (
        <view.StreamTravel
          key={view.reference ? 'beside' : 'alone'}
          tape={tape}
          reference={view.reference}
          locale={locale}
        />
      )}
    </div>
  );
}
