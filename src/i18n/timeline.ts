import type { Locale } from './locale.ts';
import { timelineEn } from './timeline-en.ts';
import { timelineKo } from './timeline-ko.ts';

/** The words of the timeline, which come with it. */
export type TimelineWords = Readonly<Record<keyof typeof timelineEn, string>>;

export const timelineWords: Readonly<Record<Locale, TimelineWords>> = { en: timelineEn, ko: timelineKo };
