import {
  sameRecord,
  type Answer,
  type Draft,
  type Progress,
  type Records,
  type StoreName,
} from './records.ts';

/** `merge` keeps what only this browser has; `replace` leaves exactly what the file has. */
export type ImportWay = 'merge' | 'replace';

export type Change = {
  readonly store: StoreName;
  readonly key: string;
  /**
   * `added`: only the file has it. `changed`: the file's takes the place of this browser's. `kept`: this browser's
   * stays, because the file's is the same, older or absent. `lost`: only this browser has it, and it goes.
   */
  readonly kind: 'added' | 'changed' | 'kept' | 'lost';
};

export type ImportPlan = { readonly next: Records; readonly changes: readonly Change[] };

/** What an import would do to what the browser has; does nothing itself. */
export function planImport(current: Records, incoming: Records, way: ImportWay): ImportPlan {
  const others = countedFrom(current.drafts, incoming.drafts);
  const [drafts, draftChanges] = planStore('drafts', current.drafts, others, way, newerDraft);
  const [progress, passes] = planStore('progress', current.progress, incoming.progress, way, bothProgress);
  const [answers, answerChanges] = planStore('answers', current.answers, incoming.answers, way, newerAnswer);
  return { next: { drafts, progress, answers }, changes: [...draftChanges, ...passes, ...answerChanges] };
}

/** `rev` counts in one browser: a draft that takes the place of another is later, so that open tabs notice it. */
function countedFrom(current: Records['drafts'], incoming: Records['drafts']): Records['drafts'] {
  const counted = Object.entries(incoming).map(([key, draft]) => {
    const mine = ownRecord(current, key);
    if (!mine) return [key, draft];
    const isSame = sameRecord({ ...mine, rev: 0 }, { ...draft, rev: 0 });
    return [key, isSame ? mine : { ...draft, rev: Math.max(mine.rev, draft.rev) + 1 }];
  });
  return Object.fromEntries(counted);
}

const newerDraft = (mine: Draft, other: Draft): Draft => (other.updatedAt > mine.updatedAt ? other : mine);
const newerAnswer = (mine: Answer, other: Answer): Answer =>
  other.answeredAt > mine.answeredAt ? other : mine;

/** No pass is lost and no help that was opened, and of each the first time counts. */
function bothProgress(mine: Progress, other: Progress): Progress {
  const passedAt = earlier(mine.passedAt, other.passedAt);
  const solutionAt = earlier(mine.solutionAt, other.solutionAt);
  const [more, fewer] = [mine.hintsAt ?? [], other.hintsAt ?? []].toSorted((a, b) => b.length - a.length);
  const hintsAt = more!.map((openedAt, hint) => earlier(openedAt, fewer![hint])!);
  return {
    v: 2,
    ...(passedAt === undefined ? {} : { passedAt }),
    ...(hintsAt.length === 0 ? {} : { hintsAt }),
    ...(solutionAt === undefined ? {} : { solutionAt }),
  };
}

const earlier = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

function planStore<Of>(
  store: StoreName,
  current: Readonly<Record<string, Of>>,
  incoming: Readonly<Record<string, Of>>,
  way: ImportWay,
  merged: (mine: Of, other: Of) => Of,
): [Readonly<Record<string, Of>>, Change[]] {
  const keys = [...new Set([...Object.keys(current), ...Object.keys(incoming)])].toSorted();
  const next: Record<string, Of> = {};
  const changes = keys.map((key): Change => {
    const mine = ownRecord(current, key);
    const other = ownRecord(incoming, key);
    const result =
      way === 'replace' || mine === undefined ? other : other === undefined ? mine : merged(mine, other);
    if (result !== undefined) next[key] = result;
    return { store, key, kind: kindOf(mine, result) };
  });
  return [next, changes];
}

/** A key from elsewhere may be called `constructor`, which every object has. */
const ownRecord = <Of>(records: Readonly<Record<string, Of>>, key: string): Of | undefined =>
  Object.hasOwn(records, key) ? records[key] : undefined;

function kindOf(mine: unknown, result: unknown): Change['kind'] {
  if (mine === undefined) return 'added';
  if (result === undefined) return 'lost';
  return sameRecord(mine, result) ? 'kept' : 'changed';
}
