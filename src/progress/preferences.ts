import { storagePrefix } from '../site-address.ts';

/**
 * How the learner likes to work, in `localStorage`, because it is read before the first paint and is small:
 *
 *     past-tense:<base path>:preferences   { "editor": "plain", "sizes": { "taskShare": 40, "editorHeight": 480 } }
 *
 * What is missing or unreadable is as if it had never been chosen. Where the browser stores nothing, a choice lasts
 * until the page is left.
 */
export type Preferences = {
  readonly editor?: 'full' | 'plain' | undefined;
  readonly sizes?: PaneSizes | undefined;
  /** The workbench's own keys. */
  readonly shortcuts?: 'on' | 'off' | undefined;
};

/** How large the learner made the parts of the workbench: shares in percent, the height in pixels. */
type PaneSizes = {
  readonly taskShare?: number | undefined;
  readonly editorShare?: number | undefined;
  readonly editorHeight?: number | undefined;
};

export const preferencesKey = `${storagePrefix}:preferences`;

let unstored: Preferences = {};
const listeners = new Set<() => void>();

/** Calls back after a choice on this page. Returns what ends that. */
export function onPreferred(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function readPreferences(): Preferences {
  return { ...stored(), ...unstored };
}

/** Changes what is given and leaves the rest. */
export function prefer(change: Preferences): void {
  const preferences = { ...readPreferences(), ...change };
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(preferences));
    unstored = {};
  } catch {
    unstored = preferences;
  }
  for (const tell of listeners) tell();
}

export function forgetPreferences(): void {
  unstored = {};
  try {
    localStorage.removeItem(preferencesKey);
  } catch {
    // Nothing was stored then.
  }
  for (const tell of listeners) tell();
}

function stored(): Preferences {
  try {
    const { editor, sizes, shortcuts } = JSON.parse(localStorage.getItem(preferencesKey) ?? '{}') as {
      readonly [name in keyof Preferences]: unknown;
    };
    return {
      ...(editor === 'full' || editor === 'plain' ? { editor } : {}),
      ...readSizes(sizes),
      ...(shortcuts === 'on' || shortcuts === 'off' ? { shortcuts } : {}),
    };
  } catch {
    return {};
  }
}

function readSizes(sizes: unknown): Pick<Preferences, 'sizes'> {
  if (typeof sizes !== 'object' || sizes === null) return {};
  const known = Object.entries(sizes).filter(
    ([name, size]) => ['taskShare', 'editorShare', 'editorHeight'].includes(name) && Number.isFinite(size),
  );
  return known.length > 0 ? { sizes: Object.fromEntries(known) } : {};
}
