import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { DownloadState } from './downloads.ts';
import type { LoadingState } from './engine-loader.ts';
import { FaultReason } from './FaultReason.tsx';
import type { FaultKind } from './load-fault.ts';

type DownloadBarProps = {
  readonly download: DownloadState | undefined;
  readonly incomplete: LoadingState['incomplete'];
  readonly fault: FaultKind | undefined;
  readonly onRetry: () => void;
  readonly words: WorkbenchMessages;
};

/** How far a download is, for who looks; that one failed is announced, and can be tried again. */
export function DownloadBar({ download, incomplete, fault, onRetry, words }: DownloadBarProps) {
  return (
    <>
      {download && <Loading {...download} words={words} />}
      <output class="download-failed">
        {incomplete && !download && (
          <>
            {words[`download.no-${incomplete}`]} <FaultReason fault={fault} words={words} />{' '}
            <button type="button" onClick={onRetry}>
              {words['download.retry']}
            </button>
          </>
        )}
      </output>
    </>
  );
}

type LoadingProps = DownloadState & { readonly words: WorkbenchMessages };

function Loading({ purpose, loaded, total, words }: LoadingProps) {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const amount =
    total === undefined
      ? fill(words['download.loaded'], { loaded: megabytes(loaded) })
      : fill(words['download.amount'], { loaded: megabytes(loaded), total: megabytes(total) });
  return (
    <div class="download">
      <label>
        {words[`download.${purpose}`]}
        <progress {...(total === undefined ? {} : { value: loaded, max: total })} />
      </label>
      <span>{amount}</span>
    </div>
  );
}
