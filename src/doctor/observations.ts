import type { Verdict } from '../workbench/verdict.ts';

/** What the self-test found out about this host and this browser; absent: not yet known. */
export type Observations = {
  readonly host?: Host;
  readonly isolation?: Isolation;
  readonly compiler?: Attempt;
  readonly judging?: Judging;
  readonly storage?: Storage;
};

export type Host =
  | { readonly kind: 'unreachable'; readonly detail: string }
  | {
      readonly kind: 'answered';
      /** Of this page; names in lower case, only those that can matter. */
      readonly headers: Readonly<Record<string, string>>;
      /** Media type of a script, as sent. */
      readonly scriptType: string;
      /** `Cross-Origin-Embedder-Policy` of that script. */
      readonly scriptEmbedderPolicy?: string;
      /** HTTP status for a file that does not exist. */
      readonly missingFile: number;
    };

export type Isolation =
  | { readonly kind: 'silent'; readonly detail: string }
  /** By name of the probe. */
  | { readonly kind: 'probed'; readonly outcomes: Readonly<Record<string, ProbeOutcome>> };

export type ProbeOutcome = 'refused' | 'absent' | 'reached';

export type Attempt =
  | { readonly kind: 'worked'; readonly durationMs: number }
  | { readonly kind: 'failed'; readonly detail: string };

/** Verdicts on a real exercise: on its solution, its starter, and its starter with an endless loop. */
export type Judging = {
  /** None where the host shows no solutions. */
  readonly right?: Outcome;
  readonly wrong: Outcome;
  readonly endless: Outcome;
  readonly limitMs: number;
};

export type Outcome = { readonly verdict: Verdict['kind']; readonly detail?: string };

export type Storage =
  | { readonly kind: 'refused'; readonly detail: string }
  | {
      readonly kind: 'kept';
      /** The browser promised not to delete it of its own accord. */
      readonly persisted: boolean;
      /** Bytes that the browser would let the site store; absent where it does not tell. */
      readonly quota?: number;
    };
