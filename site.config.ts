/** What a host may choose. */
export const site = {
  name: 'Past Tense',
  description: {
    en: 'An interactive course on domain events in TypeScript, with Spring beside it.',
    ko: 'TypeScript로 배우고 Spring과 견주어 보는 도메인 이벤트 대화형 강의.',
  },
  /**
   * Whether learners can use the course without a network, by a service worker (docs/offline.md). After `false` the
   * next build takes the worker of an earlier one away, with what it kept.
   */
  offline: true,
};
