import type { Answer, Scorm12Api } from './find-api.ts';

/** An exercise of the course, and the short name by which the platform keeps that it was passed. */
export type KeyedExercise = { readonly id: string; readonly key: string };

export type Session = {
  /** Who the platform says is learning; empty if it does not. */
  readonly learner: string;
  /** The exercises that the platform knows as passed, by id. */
  readonly passed: readonly string[];
  /** The page where the learner left the course, from its root; empty at first. */
  readonly place: string;
  /** Reports all exercises that are passed, by id; those that the platform knows need not be among them. */
  report(passed: Iterable<string>): void;
  keepPlace(page: string): void;
  end(): void;
};

/** What `cmi.suspend_data` and `cmi.core.lesson_location` can hold, in characters. */
export const suspendLimit = 4096;
const placeLimit = 255;

/** How `cmi.suspend_data` begins; the keys of the passed exercises follow, without anything between them. */
const version = '1:';
export const keyLength = 5;

/**
 * Begins the session of a learner. Everything that the platform refuses is told in its own words, by `onRefusal`; there is
 * no session if it refuses to begin.
 */
export function beginSession(
  api: Scorm12Api,
  exercises: readonly KeyedExercise[],
  onRefusal: (why: string) => void,
  now: () => number = Date.now,
): Session | undefined {
  const begun = now();
  const accepts = (answer: Answer): boolean => {
    if (String(answer) === 'true') return true;
    onRefusal(api.LMSGetErrorString(api.LMSGetLastError()));
    return false;
  };
  const get = (element: string): string => String(api.LMSGetValue(element) ?? '');
  const set = (element: string, value: string): boolean => accepts(api.LMSSetValue(element, value));

  if (!accepts(api.LMSInitialize(''))) return undefined;
  // Keys of exercises that this version of the course does not have stay.
  const keys = keysIn(get('cmi.suspend_data'));
  const known = new Set(keys);
  let isComplete = ['completed', 'passed'].includes(get('cmi.core.lesson_status'));
  if (!isComplete) set('cmi.core.lesson_status', 'incomplete');

  const store = () => {
    const passed = exercises.filter(({ key }) => known.has(key)).length;
    // What was completed once stays so, also when a later version of the course has more exercises.
    isComplete ||= passed === exercises.length;
    set('cmi.core.score.min', '0');
    set('cmi.core.score.max', '100');
    set('cmi.core.score.raw', String(Math.floor((100 * passed) / exercises.length)));
    set('cmi.core.lesson_status', isComplete ? 'completed' : 'incomplete');
    set('cmi.suspend_data', version + [...known].join(''));
    accepts(api.LMSCommit(''));
  };

  return {
    learner: get('cmi.core.student_id'),
    passed: exercises.filter(({ key }) => known.has(key)).map(({ id }) => id),
    place: get('cmi.core.lesson_location'),
    report(passed) {
      const ids = new Set(passed);
      const fresh = exercises.filter(({ id, key }) => ids.has(id) && !known.has(key));
      if (fresh.length === 0) return;
      for (const { key } of fresh) known.add(key);
      store();
    },
    keepPlace(page) {
      if (page.length <= placeLimit) set('cmi.core.lesson_location', page);
    },
    end() {
      set('cmi.core.session_time', timespan(now() - begun));
      // Without it a platform forgets what was suspended, and begins anew.
      set('cmi.core.exit', 'suspend');
      accepts(api.LMSCommit(''));
      accepts(api.LMSFinish(''));
    },
  };
}

function keysIn(suspended: string): string[] {
  if (!suspended.startsWith(version)) return [];
  const text = suspended.slice(version.length);
  return text.match(new RegExp(`.{${keyLength}}`, 'g')) ?? [];
}

/** `0012:34:56`, as SCORM writes it. */
function timespan(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value % 60).padStart(2, '0');
  const hours = String(Math.min(9999, Math.floor(seconds / 3600))).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60))}:${two(seconds)}`;
}
