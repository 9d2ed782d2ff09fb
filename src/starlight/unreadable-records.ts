import { downloadUnreadable } from '../progress/download.ts';
import { onProgress } from '../progress/passed.ts';
import { onRecordsChanged } from '../progress/records-channel.ts';
import { readUnreadable } from '../progress/whole-store.ts';

/**
 * `<unreadable-records>`, rendered by UnreadableRecords.astro: shown when the browser holds records that this version
 * of the site cannot read. Offers them as a file.
 */
class UnreadableRecords extends HTMLElement {
  connectedCallback(): void {
    const show = () => void this.#show();
    show();
    onProgress(show);
    onRecordsChanged(show);
    document.addEventListener('visibilitychange', show);
    this.querySelector('button')!.addEventListener('click', () => void downloadUnreadable());
  }

  async #show(): Promise<void> {
    const unreadable = await readUnreadable();
    this.hidden = unreadable.length === 0;
    const showOf = (why: 'newer' | 'broken') => {
      const count = unreadable.filter((each) => each.why === why).length;
      const text = this.querySelector<HTMLElement>(`[data-why="${why}"]`)!;
      text.hidden = count === 0;
      text.textContent = text.dataset['text']!.replace('{count}', String(count));
    };
    showOf('newer');
    showOf('broken');
  }
}

customElements.define('unreadable-records', UnreadableRecords);
