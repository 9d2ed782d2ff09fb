import { render } from 'preact';
import type { Locale } from '../i18n/locale.ts';
import type { Recording } from '../sandbox/recording.ts';
import { Timeline } from './Timeline.tsx';

/** Puts the picture that can be gone through in place of the still one, at its first step, under the reader's hands. */
export function stepThrough(place: HTMLElement, recording: Recording, locale: Locale): void {
  place.replaceChildren();
  render(<Timeline recording={recording} locale={locale} start={1} />, place);
  place.querySelector<HTMLElement>('input[type=range]')!.focus({ preventScroll: true });
}
