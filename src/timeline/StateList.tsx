import type { ComponentChildren } from 'preact';
import { fill } from '../i18n/fill.ts';
import { kindWord, laneName, wordsIn } from './entry-words.ts';
import { noteOf } from './note-of.ts';
import { usePicture } from './picture.ts';
import { laneKey } from './state-at.ts';

/** So many trays, or tables, have a line each; more share one. */
const mostLines = 3;

/** Trays, tables and what is under way as they are at this step: at every step the same lines, so that nothing moves. */
export function StateList() {
  const picture = usePicture();
  const { recording, state, words } = picture;
  const { entries } = recording;
  const underWay = state.underWay.filter((index) => noteOf(entries[index]!) !== undefined);
  const hasEnds = entries.some(({ kind }) => kind === 'returned');
  if (state.trays.size + state.tables.size === 0 && !hasEnds) return null;
  return (
    <details class="timeline-state" open>
      <summary>{words['state.label']}</summary>
      <dl>
        <Lines of={state.trays} name="state.tray" all="state.trays" none="state.tray-empty">
          {(event, owner) => (
            <li key={event} class="timeline-chip" data-note="event">
              {owner} <Label of={event} />
            </li>
          )}
        </Lines>
        <Lines of={state.tables} name="state.table" all="state.tables" none="state.table-empty">
          {({ entry, state: row }) => (
            <li key={entry} class="timeline-chip" data-note="row" data-row={row}>
              <Label of={entry} />
              {row !== 'solid' && <small>{kindWord(entries[entry]!, row, picture)}</small>}
            </li>
          )}
        </Lines>
        {hasEnds && (
          <Line name={words['state.under-way']} none={words['state.nothing-under-way']}>
            {underWay.map((index) => (
              <li key={index} class="timeline-chip" data-note={noteOf(entries[index]!)}>
                {kindWord(entries[index]!, undefined, picture)} <Label of={index} />
              </li>
            ))}
          </Line>
        )}
      </dl>
    </details>
  );
}

function Label({ of }: { readonly of: number }) {
  const { recording, locale } = usePicture();
  return <>{wordsIn(recording.entries[of]!.label, locale)}</>;
}

type LinesProps<Item> = {
  readonly of: ReadonlyMap<string, readonly Item[]>;
  readonly name: 'state.tray' | 'state.table';
  readonly all: 'state.trays' | 'state.tables';
  readonly none: 'state.tray-empty' | 'state.table-empty';
  /** `owner` where the line does not say whose it is. */
  readonly children: (item: Item, owner?: string) => ComponentChildren;
};

function Lines<Item>({ of, name, all, none, children }: LinesProps<Item>) {
  const picture = usePicture();
  const { recording, words } = picture;
  const owners = new Map(recording.entries.map(({ lane }) => [laneKey(lane), laneName(lane, picture)]));
  if (of.size > mostLines) {
    return (
      <Line name={words[all]} none={words[none]}>
        {[...of].flatMap(([lane, items]) => items.map((item) => children(item, owners.get(lane))))}
      </Line>
    );
  }
  return [...of].map(([lane, items]) => (
    <Line key={lane} name={fill(words[name], { where: owners.get(lane)! })} none={words[none]}>
      {items.map((item) => children(item))}
    </Line>
  ));
}

type LineProps = {
  readonly name: string;
  readonly none: string;
  readonly children: readonly ComponentChildren[];
};

const Line = ({ name, none, children }: LineProps) => (
  <div>
    <dt>{name}</dt>
    <dd>{children.length > 0 ? <ul>{children}</ul> : <span class="timeline-none">{none}</span>}</dd>
  </div>
);
