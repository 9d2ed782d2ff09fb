import { useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { TravelWords } from '../i18n/travel.ts';
import type { Tape } from '../sandbox/tape.ts';
import { EventTape } from './EventTape.tsx';
import { differingFields } from './field-rows.ts';
import { momentsOf, type Moment } from './moments.ts';
import { partingsOf } from './parting.ts';
import { StateBeside, stateOf } from './StateBeside.tsx';
import { Stepper } from './Stepper.tsx';
import { fieldNames, momentName, partedSentence } from './travel-words.ts';

type FutureProps = {
  readonly tape: Tape;
  /** Where the future leaves what really came. Its first moment is that place. */
  readonly at: number;
  readonly future: readonly Moment[];
  /** The same future of the solution. */
  readonly ours: readonly Moment[] | undefined;
  readonly words: TravelWords;
};

/** A future event by event, beside what really came. */
export function Future({ tape, at, future, ours, words }: FutureProps) {
  const [ahead, go] = useState(1);
  const real = momentsOf(tape).slice(at);
  /** Behind the last event nothing came, so the state stays. */
  const realAt = (step: number) => real[Math.min(step, real.length - 1)];
  const nameOf = (step: number) => momentName(at + step, future[step], tape, words);
  const last = future.length - 1;
  const partings = ours ? partingsOf(future, ours) : [];
  const [parting] = partings;
  const compared = (step: number) => {
    const [was, wouldBe] = [stateOf(realAt(step)), stateOf(future[step])];
    return was && wouldBe ? differingFields(was, wouldBe) : [];
  };
  const differing =
    compared(ahead).length > 0
      ? fill(words['parted-state'], { fields: fieldNames(compared(ahead), words) })
      : '';
  return (
    <div class="travel-future">
      <EventTape
        label={words['as-it-would-be']}
        moments={future.slice(1)}
        from={at + 1}
        at={at + ahead}
        parted={partings.map((each) => at + each.at)}
        onGo={(place) => go(place - at)}
        tape={tape}
        words={words}
      />
      <Stepper
        at={ahead}
        first={1}
        last={last}
        label={words.ahead}
        name={nameOf(ahead)}
        said={[fill(words.here, { moment: nameOf(ahead) }), differing].join(' ')}
        onGo={go}
        words={words}
      />
      <StateBeside
        caption={fill(words['state-after'], { moment: nameOf(ahead) })}
        left={{ name: words['as-it-was'], moment: realAt(ahead), before: real[ahead - 1], threw: 'threw' }}
        right={{
          name: words['as-it-would-be'],
          moment: future[ahead],
          before: future[ahead - 1],
          threw: 'threw',
        }}
        words={words}
      />
      {stateOf(future[last]) && stateOf(realAt(last)) && (
        <p>
          {compared(last).length > 0
            ? fill(words['differs-at-end'], { fields: fieldNames(compared(last), words) })
            : words['joins-again']}
        </p>
      )}
      {ours && (
        <p data-parted={parting ? true : undefined} class="travel-verdict">
          {parting
            ? `${fill(words['future-parted'], { moment: nameOf(parting.at) })} ${partedSentence(parting.parted, words)}`
            : words['future-same']}
        </p>
      )}
    </div>
  );
}
