import type { Locale } from '../i18n/locale.ts';
import { askWorker } from './ask-worker.ts';
import { keepLanguage } from './keep-language.ts';
import { keptCaches, keptName, readKept, removeKept, type Kept } from './kept.ts';
import { ReceiveFault } from './receive.ts';
import type { Release, WorkerMessage } from './release.ts';

/** What a browser has of the course in one language. */
export type CopyState =
  | { readonly kind: 'kept' | 'older'; readonly kept: Kept }
  /** `isBegun`: a part was downloaded. */
  | { readonly kind: 'none'; readonly isBegun: boolean };

/** Why keeping ended early. `outdated`: a new version took over, or waits to. */
export type KeepFault = 'cancelled' | 'full' | 'unreachable' | 'damaged' | 'outdated' | 'refused';

/** The work at the copy of one language, together with the worker that serves it. */
export type OfflineCopy = {
  readonly bytes: number;
  readonly packedBytes: number;
  look(): Promise<CopyState>;
  keep(onBytes: (count: number) => void, signal: AbortSignal): Promise<KeepFault | undefined>;
  remove(): Promise<void>;
};

const answerMs = 10_000;

/** None where the browser has no worker for this site, or refuses to store anything for it. */
export async function openOfflineCopy(locale: Locale): Promise<OfflineCopy | undefined> {
  try {
    const registration = await readyRegistration();
    const release = registration && (await releaseOf(registration));
    const language = release?.languages[locale];
    if (!registration || !release || !language) return undefined;
    const { scope } = registration;
    // Throws where storage is blocked.
    await caches.keys();
    const { bytes, packedBytes } = language;
    return {
      bytes,
      packedBytes,
      look: () => lookAt(scope, release, locale),
      keep: (onBytes, signal) => keep(registration, release, locale, { onBytes, signal }),
      remove: () => removeKept(scope, locale, othersIn(release, locale)),
    };
  } catch {
    return undefined;
  }
}

/** `ready` never comes where registering failed, and the page registers at its own time. */
async function readyRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, answerMs));
  return Promise.race([navigator.serviceWorker.ready, late]);
}

const releaseOf = ({ active }: ServiceWorkerRegistration): Promise<Release | undefined> =>
  askWorker<Release>(active!, { type: 'RELEASE' }, answerMs);

async function lookAt(scope: string, { version }: Release, locale: Locale): Promise<CopyState> {
  const all = await readKept(scope, [locale]);
  const own = all.find((kept) => kept.version === version);
  if (own) return { kind: 'kept', kept: own };
  const [older] = all;
  if (older) return { kind: 'older', kept: older };
  return { kind: 'none', isBegun: (await keptCaches(scope)).includes(keptName(scope, version)) };
}

const othersIn = ({ languages }: Release, locale: Locale): Locale[] =>
  (Object.keys(languages) as Locale[]).filter((each) => each !== locale);

type Watching = { readonly onBytes: (count: number) => void; readonly signal: AbortSignal };

async function keep(
  registration: ServiceWorkerRegistration,
  release: Release,
  locale: Locale,
  watching: Watching,
): Promise<KeepFault | undefined> {
  const { scope } = registration;
  if (registration.waiting) return 'outdated';
  const before = await lookAt(scope, release, locale);
  const isFresh = before.kind === 'none' && !before.isBegun;
  if (isFresh && !(await hasRoom(release.languages[locale]!.bytes))) return 'full';
  // So that the browser does not clear it away, and the drafts neither. It may say no, and Firefox asks the learner, who
  // may leave that unanswered.
  void navigator.storage?.persist?.().catch(() => false);
  try {
    await keepLanguage(scope, release, locale, watching);
  } catch (error) {
    if (watching.signal.aborted) return 'cancelled';
    const fault = keepFaultOf(error);
    if (fault === 'full') await removeKept(scope, locale, othersIn(release, locale));
    return fault;
  }
  const current = await releaseOf(registration);
  if (current && current.version !== release.version) {
    await removeKept(scope, locale, othersIn(release, locale));
    return 'outdated';
  }
  // A version that came while this one was downloaded knew nothing of it.
  const renew: WorkerMessage = { type: 'RENEW' };
  for (const worker of [registration.installing, registration.waiting]) worker?.postMessage(renew);
  return undefined;
}

async function hasRoom(bytes: number): Promise<boolean> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined || quota - usage > bytes;
}

export function keepFaultOf(error: unknown): KeepFault {
  if (error instanceof ReceiveFault) return error.kind;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : 'refused';
}
