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
    <section class="draft-notice" hidden={!trouble} aria-label={words['storage.title']}>
      <p role="status">{trouble && words[`storage.${trouble}`]}</p>
      <div class="draft-answers">
        <button type="button" onClick={() => void download().catch(() => setSaved(false))}>
          {words['storage.export']}
        </button>
        <output>
          {isSaved !== undefined && words[isSaved ? 'storage.exported' : 'storage.not-exported']}
        </output>
      </div>
    </section>
  );
}
