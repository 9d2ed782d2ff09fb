import { fill } from '../i18n/fill.ts';
import type { TravelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import type { Moment } from './moments.ts';
import { StateTable, type Side } from './StateTable.tsx';

/** A line of moments at one of its places. */
export type Place = {
  readonly name: string;
  readonly moment: Moment | undefined;
  readonly before: Moment | undefined;
  /** What is said where the code throws. */
  readonly threw: 'threw' | 'threw-ours';
};

type StateBesideProps = {
  readonly caption: string;
  readonly left?: Place | undefined;
  readonly right: Place;
  readonly words: TravelWords;
};

/** The states of two lines at one place, or why there is none. */
export function StateBeside({ caption, left, right, words }: StateBesideProps) {
  const [leftSide, rightSide] = [left && sideOf(left), sideOf(right)];
  const { outcome } = right.moment ?? {};
  return (
    <>
      {left && !leftSide && <Missing place={left} words={words} />}
      {!rightSide && <Missing place={right} words={words} />}
      {rightSide ? (
        <StateTable caption={caption} left={leftSide} right={rightSide} words={words} />
      ) : (
        leftSide && <StateTable caption={caption} right={leftSide} words={words} />
      )}
      {outcome?.kind === 'state' && outcome.changesGiven && (
        <p class="travel-warning">{words['changes-given']}</p>
      )}
    </>
  );
}

function Missing({
  place: { name, moment, threw },
  words,
}: {
  readonly place: Place;
  readonly words: TravelWords;
}) {
  const { outcome } = moment ?? {};
  return (
    <p class="travel-warning">
      <b>{name}:</b>{' '}
      {outcome?.kind === 'threw'
        ? fill(words[threw], { error: visible(outcome.error) })
        : words[moment ? 'unread' : 'none']}
    </p>
  );
}

const sideOf = ({ name, moment, before }: Place): Side | undefined => {
  const state = stateOf(moment);
  return state && { name, state, before: stateOf(before) };
};

export const stateOf = (moment: Moment | undefined): ValueTree | undefined =>
  moment?.outcome.kind === 'state' ? moment.outcome.state : undefined;
