import type { Locale } from './locale.ts';

type ScormWords = {
  readonly alone: string;
  /** The platform's own words follow. */
  readonly refused: string;
};

/** The words of the page that frames the course for a learning platform. */
export const scormWords: Readonly<Record<Locale, ScormWords>> = {
  en: {
    alone: 'No learning platform answers here. What you pass is kept in this browser, and nobody is told.',
    refused: 'The learning platform did not accept what it was told:',
  },
  ko: {
    alone:
      '이 페이지와 통신하는 학습 플랫폼이 없습니다. 통과한 기록은 이 브라우저에만 저장되고 전송되지 않습니다.',
    refused: '학습 플랫폼이 보고를 받아들이지 않았습니다:',
  },
};
