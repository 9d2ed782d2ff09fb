import { siteRoot } from '../site-address.ts';

/**
 * Stands in for `@pagefind/default-ui`, which Starlight's search imports as soon as the page is idle, and calls with
 * `new`. Fetches the real one when the search dialog is first opened (by button or shortcut), then hands it
 * Starlight's options and puts the cursor where Starlight would have put it.
 */
export function PagefindUI(options: { element: string }): void {
  const dialog = document.querySelector(options.element)?.closest('dialog');
  if (!dialog) return;
  const show = async (): Promise<void> => {
    opening.disconnect();
    const { PagefindUI: Interface } = await import('@pagefind/default-ui/npm_dist/mjs/ui-core.mjs');
    // oxlint-disable-next-line no-new -- it renders itself when constructed
    new Interface(import.meta.env.PORTABLE ? { ...options, ...whereFilesAre() } : options);
    if (dialog.open) dialog.querySelector('input')?.focus();
  };
  const opening = new MutationObserver(() => void show());
  if (dialog.open) void show();
  else opening.observe(dialog, { attributeFilter: ['open'] });
}

/** Starlight knows only the base path of the build. */
const whereFilesAre = () => ({ baseUrl: siteRoot, bundlePath: `${siteRoot}pagefind/` });
