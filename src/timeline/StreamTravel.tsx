import { useMemo, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import { travelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { Tape } from '../sandbox/tape.ts';
import { EventTape } from './EventTape.tsx';
import { compareTapes } from './parting.ts';
import { StateBeside } from './StateBeside.tsx';
import { StateTable } from './StateTable.tsx';
import { Stepper } from './Stepper.tsx';
import { momentName, partedSentence } from './travel-words.ts';
import { WhatIf } from './WhatIf.tsx';
import './travel.css';

type StreamTravelProps = {
  readonly tape: Tape;
  /** The tape of the solution. */
  readonly reference?: Tape | undefined;
  readonly locale: Locale;
};

/** A stream event by event: what the learner's code makes of it, beside the solution, and what else could have come. */
export function StreamTravel({ tape, reference, locale }: StreamTravelProps) {
  const words = travelWords[locale];
  const compared = useMemo(() => compareTapes(tape, reference), [tape, reference]);
  const { yours, ours, last, parted, future } = compared;
  const [at, go] = useState(parted[0]?.at ?? last);
  const [offer, choose] = useState<number>();

  const nameOf = (place: number) => momentName(place, yours[place] ?? ours?.[place], tape, words);
  const here = parted.find((each) => each.at === at);
  const [moment, before] = [yours[at], yours[at - 1]];
  const caption = at === 0 ? words['state-at-start'] : fill(words['state-after'], { moment: nameOf(at) });
  const stream = typeof tape.stream === 'string' ? tape.stream : tape.stream[locale];
  const title = fill(words.title, { stream: visible(stream) });
  const comparison = here ? partedSentence(here.parted, words) : words['same-here'];
  return (
    <section class="travel" aria-label={title}>
      <p class="travel-title">{title}</p>
      <p>{words[ours ? 'intro' : 'alone']}</p>
      {ours && !parted[0] && <p class="travel-verdict">{words.same}</p>}
      {parted[0] && (
        <p class="travel-verdict" data-parted>
          {fill(words['parted-first'], { moment: nameOf(parted[0].at) })}{' '}
          {partedSentence(parted[0].parted, words)}{' '}
          <button type="button" onClick={() => go(parted[0]!.at)}>
            {words.go}
          </button>
        </p>
      )}
      {future && (
        <p class="travel-verdict" data-parted>
          {fill(words['parted-future'], { type: visible(tape.offers[future.offer]!.type) })}{' '}
          <button
            type="button"
            onClick={() => {
              go(future.at);
              choose(future.offer);
            }}
          >
            {words.go}
          </button>
        </p>
      )}
      <EventTape
        label={words.tape}
        moments={Array.from({ length: last + 1 }, (_, place) => yours[place] ?? nothing)}
        at={at}
        parted={parted.map((each) => each.at)}
        onGo={go}
        tape={tape}
        words={words}
      />
      <Stepper
        at={at}
        first={0}
        last={last}
        label={words.slider}
        name={nameOf(at)}
        said={`${fill(words.here, { moment: nameOf(at) })} ${ours ? comparison : ''}`}
        onGo={go}
        words={words}
      />
      {moment?.event && (
        <p>
          {words.data}: <code>{visible(printTree(moment.event.data))}</code>
        </p>
      )}
      <StateBeside
        caption={caption}
        left={ours && { name: words.ours, moment: ours[at], before: ours[at - 1], threw: 'threw-ours' }}
        right={{ name: words.yours, moment, before, threw: 'threw' }}
        words={words}
      />
      {moment?.outcome.kind === 'state' && moment.outcome.own && (
        <details>
          <summary>{words['own-state']}</summary>
          <p>{words['own-compared']}</p>
          <StateTable
            caption={caption}
            right={{
              name: words.yours,
              state: moment.outcome.own,
              before: before?.outcome.kind === 'state' ? before.outcome.own : undefined,
            }}
            words={words}
          />
        </details>
      )}
      {tape.offers.length > 0 && moment && (
        <WhatIf tape={tape} reference={reference} at={at} offer={offer} onOffer={choose} words={words} />
      )}
      {tape.cut && <p>{words.cut}</p>}
    </section>
  );
}

/** Where only the solution has an event. */
const nothing = { outcome: { kind: 'unread' } } as const;
