import type { SiteConfig } from './src/course/site-settings.ts';

/** What a host may choose; docs/class.md says what each does. What cannot be chosen stops the build. */
export default {
  name: 'Past Tense',
  description: {
    en: 'An interactive course on domain events in TypeScript, with Spring beside it.',
    ko: 'TypeScript로 배우고 Spring과 견주어 보는 도메인 이벤트 대화형 강의.',
  },
  // logo: { light: './logo-light.svg', dark: './logo-dark.svg' },
  // address: 'https://learn.example',
  languages: ['en', 'ko'],
  // chapters: ['events', 'aggregates'],
  solutions: true,
  offline: true,
  // message: { en: 'Questions? **Room 3.04**, Tuesdays.', ko: '질문은 **화요일, 3.04호**에서 받습니다.' },
} satisfies SiteConfig;
