import { useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import { travelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { Tape } from '../sandbox/tape.ts';
import { EventTape } from './EventTape.tsx';
import { momentsOf } from './moments.ts';
import { partedAt, partingOf } from './parting.ts';
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
  const yours = momentsOf(tape);
  const ours = reference && momentsOf(reference);
  const parting = ours && partingOf(yours, ours);
  const last = Math.max(yours.length, ours?.length ?? 0) - 1;
  const [at, go] = useState(parting?.at ?? last);

  const places = Array.from({ length: last + 1 }, (_, place) => place);
  const nameOf = (place: number) => momentName(place, yours[place] ?? ours?.[place], tape, words);
  const partedHere = ours && partedAt(yours[at], ours[at]);
  const moment = yours[at];
  const own = moment?.outcome.kind === 'state' ? moment.outcome.own : undefined;
  const before = yours[at - 1];
  const stream = typeof tape.stream === 'string' ? tape.stream : tape.stream[locale];
  const title = fill(words.title, { stream: visible(stream) });
  const caption = at === 0 ? words['state-at-start'] : fill(words['state-after'], { moment: nameOf(at) });
  const here = fill(words.here, { moment: nameOf(at) });
  return (
    <section class="travel" aria-label={title}>
      <p class="travel-title">{title}</p>
      <p>{words[ours ? 'intro' : 'alone']}</p>
      {ours && !parting && <p class="travel-verdict">{words.same}</p>}
      {parting && (
        <p class="travel-verdict" data-parted>
          {fill(words['parted-first'], { moment: nameOf(parting.at) })}{' '}
          {partedSentence(parting.parted, words)}{' '}
          <button type="button" onClick={() => go(parting.at)}>
            {words.go}
          </button>
        </p>
      )}
      <EventTape
        label={words.tape}
        moments={places.map((place) => yours[place] ?? { outcome: { kind: 'unread' } })}
        at={at}
        parted={ours ? places.filter((place) => partedAt(yours[place], ours[place])) : []}
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
        said={[
          here,
          ...(ours ? [partedHere ? partedSentence(partedHere, words) : words['same-here']] : []),
        ].join(' ')}
        onGo={go}
        words={words}
      />
      {moment?.event && (
        <p class="travel-data">
          {words.data}: <code>{visible(printTree(moment.event.data))}</code>
        </p>
      )}
      <StateBeside
        caption={caption}
        left={ours && { name: words.ours, moment: ours[at], before: ours[at - 1], threw: 'threw-ours' }}
        right={{ name: words.yours, moment, before, threw: 'threw' }}
        words={words}
      />
      {own && (
        <details>
          <summary>{words['own-state']}</summary>
          <StateTable
            caption={caption}
            right={{
              name: words.yours,
              state: own,
              before: before?.outcome.kind === 'state' ? before.outcome.own : undefined,
            }}
            words={words}
          />
        </details>
      )}
      {tape.offers.length > 0 && moment && <WhatIf tape={tape} reference={reference} at={at} words={words} />}
      {tape.cut && <p>{words.cut}</p>}
    </section>
  );
}
