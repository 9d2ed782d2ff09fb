import type { Locale } from '../i18n/locale.ts';
import type { BuiltFile } from '../workbench/integrity.ts';

/** What a service worker knows of the one build that it belongs to; the build writes it in front of the worker. */
export type Release = {
  /** A hash of every file that can be kept. */
  readonly version: string;
  readonly languages: Readonly<Partial<Record<Locale, ReleaseLanguage>>>;
};

/** Addresses start from the worker's folder, here and in the list. */
export type ReleaseLanguage = {
  /** A JSON file: `ReleaseFile[]`, all that the course needs in that language. */
  readonly list: ReleaseFile;
  readonly bytes: number;
  /** About as much comes over the network, if the host compresses. */
  readonly packedBytes: number;
  /** The page that stands in for one that cannot be had, and what that needs. */
  readonly standIn: { readonly page: string; readonly files: readonly string[] };
};

export type ReleaseFile = BuiltFile;

/** Under a name with a hash, the same file belongs to any version that names it. */
export const hasHashedName = (path: string): boolean => /^(?:_astro|runtime)\//.test(path);

/** What pages tell the worker; `CACHE_URLS` is Workbox's. */
export type WorkerMessage =
  | { readonly type: 'CACHE_URLS'; readonly payload: { readonly urlsToCache: readonly string[] } }
  /** Answered with the worker's `Release` through the port. */
  | { readonly type: 'RELEASE' }
  /** Languages were kept after this worker was installed. */
  | { readonly type: 'RENEW' }
  /** The learner's press: take over from the worker before. */
  | { readonly type: 'TAKE_OVER' };
