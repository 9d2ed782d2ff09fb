import { Fragment } from 'preact';
import { noteShapes } from './note-kinds.ts';

/** The shape that says a note's kind where its colour does not. */
export function NoteMark({ kind }: { readonly kind: keyof typeof noteShapes }) {
  return (
    <svg viewBox="0 0 16 16" width="11" height="11" fill="currentColor" aria-hidden="true">
      <path d={noteShapes[kind]} />
    </svg>
  );
}

/** A name that may be broken before each of its capitals, brackets and dots. */
export function breakable(name: string) {
  return name.split(/(?=[A-Z[(.])/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
