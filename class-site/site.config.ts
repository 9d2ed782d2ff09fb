import type { SiteConfig } from '../src/course/site-settings.ts';

/** A host who leaves out what can be left out and adds what can be added; what `npm run test:class` builds. */
export default {
  name: '하루아카데미',
  description: { ko: '하루아카데미 사내 도메인 이벤트 강의.' },
  logo: { light: './logo-light.svg', dark: './logo-dark.svg' },
  address: 'https://class.example',
  languages: ['ko'],
  chapters: ['aggregates', 'event-sourcing'],
  solutions: false,
  offline: false,
  message: { ko: '질문은 **화요일, 3.04호**에서 받습니다. [시간표](https://plan.example/)' },
} satisfies SiteConfig;
