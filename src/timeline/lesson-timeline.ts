import type { Locale } from '../i18n/locale.ts';
import type { Recording } from '../sandbox/recording.ts';

/**
 * A figure of a lesson that is readable as it stands. Its button brings what goes through it step by step, so that a
 * lesson which is only read downloads nothing of it.
 */
class LessonTimeline extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')!;
    const status = this.querySelector<HTMLElement>('[role=status]')!;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        const { stepThrough } = await import('./step-through.tsx');
        const recording = JSON.parse(this.querySelector('script')!.textContent) as Recording;
        status.textContent = '';
        stepThrough(this.querySelector('.picture')!, recording, this.dataset['locale'] as Locale);
        button.hidden = true;
      } catch {
        status.textContent = this.dataset['failed']!;
      }
    });
  }
}

customElements.define('lesson-timeline', LessonTimeline);
