import type { EditorPlace } from '../editor/editor.ts';
import type { Messages } from '../i18n/index.ts';

type PlaceLinkProps = {
  readonly place: EditorPlace;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: Messages;
};

/** A line of the learner's; pressing it shows it in the editor. */
export function PlaceLink({ place, onReveal, words }: PlaceLinkProps) {
  return (
    <button type="button" class="place" onClick={() => onReveal(place)}>
      {words['error.place']
        .replace('{file}', place.path.replace('./', ''))
        .replace('{line}', String(place.line))}
    </button>
  );
}
