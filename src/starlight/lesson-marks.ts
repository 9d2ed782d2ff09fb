import { onProgress, passedExercises } from '../progress/passed.ts';

/**
 * Shows in the sidebar how far the reader is: a ✓ behind a lesson whose exercises are all passed. The ✓ is read
 * aloud as the words in `data-passed-label`.
 */
class LessonMarks extends HTMLElement {
  connectedCallback(): void {
    void this.#mark();
    onProgress(() => void this.#mark());
  }

  async #mark(): Promise<void> {
    const passed = await passedExercises();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-exercises]')) {
      const exercises = link.dataset['exercises']!.split(' ').filter(Boolean);
      const isPassed = exercises.length > 0 && exercises.every((exercise) => passed.has(exercise));
      link.querySelector('.lesson-mark')?.remove();
      if (isPassed) link.append(passedMark(this.dataset['passedLabel'] ?? ''));
    }
  }
}

customElements.define('lesson-marks', LessonMarks);

function passedMark(label: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'lesson-mark';
  const sign = document.createElement('span');
  sign.ariaHidden = 'true';
  sign.textContent = '✓';
  const words = document.createElement('span');
  words.className = 'sr-only';
  words.textContent = label;
  mark.append(sign, words);
  return mark;
}
