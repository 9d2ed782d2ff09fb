import { breakable } from '../components/NoteMark.tsx';
import { fill } from '../i18n/fill.ts';
import { headName, type Told } from './entry-words.ts';
import type { Head } from './lane-columns.ts';
import type { Layout } from './layout.ts';
import { PartList } from './PartList.tsx';
import { usePicture } from './picture.ts';

type BoardProps = { readonly layout: Layout };

/** The names of the lanes. Each entry says its lane itself to who does not see the columns. */
export function Heads({ layout }: BoardProps) {
  const picture = usePicture();
  return (
    <div class="timeline-heads" aria-hidden="true">
      {layout.heads.map((head, column) => (
        <p key={column} style={{ gridColumn: column + 2 }}>
          <PlaceOf head={head} {...picture} />
          {breakable(headName(head, picture))}
        </p>
      ))}
    </div>
  );
}

/** A name alone does not say whether it is a table's or a repository's. */
const PlaceOf = ({ head, words }: { readonly head: Head } & Told) =>
  head.kind === 'lane' && head.lane.name !== undefined ? (
    <small>{words[`place.${head.lane.place}`]}</small>
  ) : null;

/** What happened: one nested list, which the styles lay out into the lanes where they have room. */
export function Board({ layout }: BoardProps) {
  const { recording, words } = usePicture();
  return (
    <div class="timeline-board">
      {layout.heads.map((_, column) => (
        <span key={column} class="timeline-lane" style={{ gridColumn: column + 2 }} aria-hidden="true" />
      ))}
      <PartList parts={layout.parts} depth={0} />
      {recording.more > 0 && <p class="timeline-more">{fill(words.more, { count: recording.more })}</p>}
    </div>
  );
}
