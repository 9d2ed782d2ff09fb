import { breakable, NoteMark } from '../components/NoteMark.tsx';
import { fill } from '../i18n/fill.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import { kindWord, wordsIn } from './entry-words.ts';
import type { NotePart } from './layout.ts';
import { noteOf } from './note-of.ts';
import { usePicture } from './picture.ts';

type EntryNoteProps = {
  readonly part: Pick<NotePart, 'index'>;
  /** It does not open. */
  readonly isPlain?: boolean | undefined;
};

/** An entry as a sticky note, which opens to what it is about. */
export function EntryNote({ part, isPlain }: EntryNoteProps) {
  const picture = usePicture();
  const { recording, state, locale, words } = picture;
  const entry = recording.entries[part.index]!;
  const kind = noteOf(entry);
  const row = state.rows.get(part.index);
  const look = { class: 'note', 'data-note': kind ?? 'none', 'data-row': row };
  const face = (
    <>
      <span class="note-kind">
        {kind && <NoteMark kind={kind} />}
        {kindWord(entry, row, picture, state.changes.has(part.index))}
        {entry.revision !== undefined && (
          <span class="timeline-revision">{fill(words['entry.revision'], { revision: entry.revision })}</span>
        )}
      </span>
      <span class="note-text">{breakable(wordsIn(entry.label, locale))}</span>
    </>
  );
  if (!entry.payload || isPlain) return <div {...look}>{face}</div>;
  return (
    <details {...look}>
      <summary>{face}</summary>
      <Payload tree={entry.payload} />
    </details>
  );
}

/** Field by field, where it has fields. */
function Payload({ tree }: { readonly tree: ValueTree }) {
  if (tree.kind !== 'fields' || tree.entries.length === 0) {
    return <code class="timeline-payload">{visible(printTree(tree))}</code>;
  }
  return (
    <dl class="timeline-payload">
      {tree.entries.map(({ key, value }) => (
        <div key={key}>
          <dt>{visible(key)}</dt>
          <dd>{visible(printTree(value))}</dd>
        </div>
      ))}
      {tree.more > 0 && <div>… +{tree.more}</div>}
    </dl>
  );
}
