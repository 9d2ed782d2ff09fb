import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { DrawnNote, WallDrawing as Wall } from '../sandbox/drawing.ts';
import { breakable, NoteMark } from '../components/NoteMark.tsx';
import { wallRows } from './wall-rows.ts';

type WallDrawingProps = {
  readonly wall: Wall;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** The wall that a hidden test drew of the learner's code: one list per chain, and the notes without an arrow. */
export function WallDrawing({ wall, locale, words }: WallDrawingProps) {
  const { rows, loose } = wallRows(wall);
  const note = (each: DrawnNote) => (
    <li key={each.id}>
      <NoteOnWall note={each} locale={locale} words={words} />
    </li>
  );
  return (
    <figure class="drawn-wall">
      <figcaption>{words['drawing.wall']}</figcaption>
      {rows.map(({ after, notes, before }, index) => (
        <ol key={index} aria-label={fill(words['drawing.chain'], { number: index + 1 })}>
          {after && <li class="elsewhere">{fill(words['drawing.after'], { id: after.id })}</li>}
          {notes.map(note)}
          {before && <li class="elsewhere">{fill(words['drawing.before'], { id: before.id })}</li>}
        </ol>
      ))}
      {loose.length > 0 && (
        <>
          <p>{words['drawing.loose']}</p>
          <ul>{loose.map(note)}</ul>
        </>
      )}
    </figure>
  );
}

function NoteOnWall({ note, locale, words }: { readonly note: DrawnNote } & Omit<WallDrawingProps, 'wall'>) {
  return (
    <div class="note" data-note={note.kind ?? 'none'} data-wrong={note.wrong || undefined}>
      <p class="note-kind">
        {note.kind && <NoteMark kind={note.kind} />}
        {words[`note.${note.kind ?? 'none'}`]}
        <span class="note-id">{note.id}</span>
      </p>
      <p class="note-text">{note.text[locale]}</p>
      {note.name !== undefined && <code class="note-name">{breakable(note.name)}</code>}
      {note.wrong && <p class="note-wrong">{words['drawing.wrong']}</p>}
    </div>
  );
}
