/**
 * A reload is about to be made for a new version. Who holds something that it would take says so in time:
 * `event.detail.push(save())`, where `false` stands for what cannot be stored.
 */
export const beforeReload = 'past-tense:before-reload';
export type BeforeReloadName = typeof beforeReload;

export type BeforeReload = CustomEvent<Promise<boolean>[]>;

/** Lets everybody in this page store what they have. Returns whether nothing would be lost. */
export async function storeBeforeReload(): Promise<boolean> {
  const stored: Promise<boolean>[] = [];
  dispatchEvent(new CustomEvent(beforeReload, { detail: stored }) satisfies BeforeReload);
  return (await Promise.all(stored)).every(Boolean);
}
