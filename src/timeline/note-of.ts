import type { NoteMark } from '../components/NoteMark.tsx';
import type { Entry, EntryKind } from '../sandbox/recording.ts';

type Note = Parameters<typeof NoteMark>[0]['kind'];

/** The sticky note of event storming that an entry is drawn as; none for what is told across all lanes. */
export function noteOf({ kind, lane }: Entry): Note | undefined {
  if (kind === 'call' && lane.place === 'external') return 'external';
  if (kind === 'read' && lane.place === 'view') return 'read-model';
  return notes[kind];
}

const notes: Record<EntryKind, Note | undefined> = {
  command: 'command',
  call: 'command',
  registered: 'event',
  cleared: 'aggregate',
  loaded: 'aggregate',
  saved: 'aggregate',
  deleted: 'aggregate',
  published: 'event',
  listener: 'policy',
  began: undefined,
  suspended: undefined,
  committed: undefined,
  'rolled-back': undefined,
  phase: 'policy',
  row: 'row',
  read: 'row',
  appended: 'event',
  conflict: 'error',
  repeated: 'event',
  projected: 'read-model',
  message: 'external',
  scheduled: 'policy',
  task: 'policy',
  crash: 'error',
  returned: undefined,
  threw: 'error',
};
