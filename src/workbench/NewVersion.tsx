import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { onTrouble, type StorageTrouble } from '../progress/storage-trouble.ts';
import type { BeforeReload, BeforeReloadName } from '../offline/before-reload.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import { onLoadFault } from './load-fault.ts';
import { reloadHelps, reloadPage } from './new-version.ts';

/** Not imported: a script of its own for one word would be named in every page. */
const beforeReload: BeforeReloadName = 'past-tense:before-reload';

type NewVersionProps = {
  readonly files: WorkbenchFiles;
  /** Stores the code. */
  readonly onSave: () => Promise<void>;
  readonly words: WorkbenchMessages;
};

/** Offers to reload the page when it misses a file because the site was built anew since. */
export function NewVersion({ files, onSave, words }: NewVersionProps) {
  const [isOffered, offer] = useState(false);
  const [trouble, setTrouble] = useState<StorageTrouble>();
  const latest = useRef<StorageTrouble>();
  latest.current = trouble;

  useEffect(() => onTrouble(setTrouble), []);
  useEffect(() => {
    let isLooking = false;
    const look = async () => {
      if (isLooking) return;
      isLooking = true;
      if (await reloadHelps(files)) offer(true);
      isLooking = false;
    };
    const onFault = () => void look();
    // What a failed `import()` of ours ends with.
    addEventListener('vite:preloadError', onFault);
    const end = onLoadFault(onFault);
    return () => {
      removeEventListener('vite:preloadError', onFault);
      end();
    };
  }, []);

  const save = async () => {
    await onSave();
    return !isLost(latest.current);
  };
  useEffect(() => {
    const answer = (event: Event) => (event as BeforeReload).detail.push(save());
    addEventListener(beforeReload, answer);
    return () => removeEventListener(beforeReload, answer);
  }, [onSave]);
  const reload = () => reloadPage(files, save);
  return (
    <section class="draft-notice new-version" aria-label={isOffered ? words['version.title'] : undefined}>
      <output>{isOffered && words[isLost(trouble) ? 'version.unsaved' : 'version.newer']}</output>
      {isOffered && !isLost(trouble) && (
        <div class="draft-answers">
          <button type="button" onClick={() => void reload()}>
            {words['version.reload']}
          </button>
        </div>
      )}
    </section>
  );
}

/** Code that a reload would take. A newer site that keeps the data gets it from the journal. */
const isLost = (trouble: StorageTrouble | undefined): boolean => trouble === 'blocked' || trouble === 'full';
