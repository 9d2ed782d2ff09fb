import type { EditorPlace } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';

type PlaceLinkProps = {
  readonly place: EditorPlace;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: WorkbenchMessages;
};

/** A line of the learner's; pressing it shows it in the editor. */
export function PlaceLink({ place, onReveal, words }: PlaceLinkProps) {
  return (
    <button type="button" class="place" onClick={() => onReveal(place)}>
      {fill(words['error.place'], { file: place.path.replace('./', ''), line: place.line })}
    </button>
  );
}
