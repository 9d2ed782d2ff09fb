/** What a note on an event-storming wall can be. Its colours and its look are in event-storming.css. */
export type NoteKind =
  'command' | 'aggregate' | 'constraint' | 'event' | 'policy' | 'read-model' | 'external';

/**
 * The shape that tells the kinds apart where colour does not: an SVG path in a box of 16 × 16. A timeline has rows and
 * errors besides.
 */
export const noteShapes: Record<NoteKind | 'row' | 'error', string> = {
  command: 'M3.5 2.5 13 8l-9.5 5.5z',
  aggregate: 'm8 1 6.1 3.5v7L8 15l-6.1-3.5v-7z',
  constraint: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zm-1 6v2h8V7z',
  event: 'M9.8 1 3 9.2h4.2L6 15l7-8.4H8.6z',
  policy: 'm8 1 7 7-7 7-7-7z',
  'read-model': 'M2 2.5h12v3H2zm0 4h12v3H2zm0 4h12v3H2z',
  external: 'M4.4 13a3.4 3.4 0 0 1-.3-6.7 4.2 4.2 0 0 1 8-.3A3.6 3.6 0 0 1 11.9 13z',
  row: 'M1.5 3h13v10h-13zm1.5 4v4.5h3.5V7zm5 0v4.5h5V7z',
  error: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zm2 2.5V9h2V3.5zm0 7v2h2v-2z',
};
