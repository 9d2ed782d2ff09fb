import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { TravelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { Tape } from '../sandbox/tape.ts';
import { Future } from './Future.tsx';
import { futureOf, momentsOf } from './moments.ts';
import { momentName } from './travel-words.ts';

type WhatIfProps = {
  readonly tape: Tape;
  readonly reference: Tape | undefined;
  /** The place from which on something else comes. */
  readonly at: number;
  /** Which event that is; none for what really came. */
  readonly offer: number | undefined;
  readonly onOffer: (offer: number | undefined) => void;
  readonly words: TravelWords;
};

/** Puts another event in the place of the next one. */
export function WhatIf({ tape, reference, at, offer, onOffer, words }: WhatIfProps) {
  const name = useId();
  const next = momentsOf(tape)[at + 1];
  const legend = next ? fill(words.instead, { moment: momentName(at + 1, next, tape, words) }) : words.behind;
  const future = offer === undefined ? undefined : futureOf(tape, at, offer);
  return (
    <section class="travel-what-if">
      <fieldset>
        <legend>
          <b>{words['what-if']}</b> {legend}
        </legend>
        <Offer name={name} isChosen={offer === undefined} onChoose={() => onOffer(undefined)}>
          {words.unchanged}
        </Offer>
        {tape.offers.map(({ type, data }, index) => (
          <Offer key={index} name={name} isChosen={offer === index} onChoose={() => onOffer(index)}>
            <b>{visible(type)}</b> <code>{visible(printTree(data))}</code>
          </Offer>
        ))}
      </fieldset>
      {offer !== undefined && !future && (
        <p class="travel-warning">{words[tape.cut ? 'cut' : 'no-future']}</p>
      )}
      {offer !== undefined && future && (
        <Future
          key={`${at} ${offer}`}
          tape={tape}
          at={at}
          future={future}
          ours={reference && futureOf(reference, at, offer)}
          words={words}
        />
      )}
    </section>
  );
}

type OfferProps = {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
};

const Offer = ({ name, isChosen, onChoose, children }: OfferProps) => (
  <label>
    <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
    <span>{children}</span>
  </label>
);
