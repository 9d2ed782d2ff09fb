/**
 * How the learner likes to work, in `localStorage`, because it is read before the first paint and is small:
 *
 *     past-tense:<base path>:preferences   { "editor": "plain" }
 *
 * What is missing or unreadable is as if it had never been chosen. Where the browser stores nothing, a choice lasts
 * until the page is left.
 */
export type Preferences = {
  readonly editor?: 'full' | 'plain' | undefined;
};

const key = `past-tense:${import.meta.env.BASE_URL}:preferences`;

let unstored: Preferences = {};

export function readPreferences(): Preferences {
  return { ...stored(), ...unstored };
}

/** Changes what is given and leaves the rest. */
export function prefer(change: Preferences): void {
  const preferences = { ...readPreferences(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
    unstored = {};
  } catch {
    unstored = preferences;
  }
}

export function forgetPreferences(): void {
  unstored = {};
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored then.
  }
}

function stored(): Preferences {
  try {
    const { editor } = JSON.parse(localStorage.getItem(key) ?? '{}') as { readonly editor?: unknown };
    return editor === 'full' || editor === 'plain' ? { editor } : {};
  } catch {
    return {};
  }
}
