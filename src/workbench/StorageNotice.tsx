import { useEffect, useState } from 'preact/hooks';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { onTrouble, type StorageTrouble } from '../progress/storage-trouble.ts';

type StorageNoticeProps = { readonly words: WorkbenchMessages };

/** Says why nothing is stored, and offers what there is as a file. */
export function StorageNotice({ words }: StorageNoticeProps) {
  const [trouble, setTrouble] = useState<StorageTrouble>();
  const [isSaved, setSaved] = useState<boolean>();
  useEffect(() => onTrouble(setTrouble), []);

  const download = async () => {
    const { downloadRecords } = await import('../progress/download.ts');
    await downloadRecords();
    setSaved(true);
  };
  return (
    // Without words it is no landmark, but there: what is written into a live region that was hidden is not read out.
    <section class="draft-notice" aria-label={trouble && words['storage.title']}>
      <output>{trouble && words[`storage.${trouble}`]}</output>
      {trouble && (
        <div class="draft-answers">
          <button type="button" onClick={() => void download().catch(() => setSaved(false))}>
            {words['storage.export']}
          </button>
          <output>
            {isSaved !== undefined && words[isSaved ? 'storage.exported' : 'storage.not-exported']}
          </output>
        </div>
      )}
    </section>
  );
}
