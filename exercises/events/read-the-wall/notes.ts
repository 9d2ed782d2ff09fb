/** The fourteen notes of the wall, in the order in which somebody took them down. */
export const notes = [
  { number: 1, en: 'The member should get a text message', ko: '회원에게 문자가 나가야 한다' },
  { number: 2, en: 'The menu was hidden', ko: '메뉴가 숨겨졌다' },
  {
    number: 3,
    en: 'A menu may not cost more than its parts together',
    ko: '메뉴 가격은 구성 상품 가격의 합계를 넘을 수 없다',
  },
  { number: 4, en: 'Change the password', ko: '비밀번호를 변경한다' },
  {
    number: 5,
    en: 'Whenever the price of a product was changed, hide the menus that are now too dear',
    ko: '상품 가격이 변경될 때마다, 너무 비싸진 메뉴를 숨긴다',
  },
  { number: 6, en: 'SMS gateway', ko: 'SMS 게이트웨이' },
  { number: 7, en: 'The price of the menu was changed', ko: '메뉴 가격이 변경되었다' },
  { number: 8, en: 'Change the price of the product', ko: '상품 가격을 변경한다' },
  { number: 9, en: 'The password was changed', ko: '비밀번호가 변경되었다' },
  { number: 10, en: 'List of hidden menus', ko: '숨겨진 메뉴 목록' },
  { number: 11, en: 'Change the price of the menu', ko: '메뉴 가격을 변경한다' },
  {
    number: 12,
    en: 'Whenever a password was changed, tell the member',
    ko: '비밀번호가 변경될 때마다, 회원에게 알린다',
  },
  { number: 13, en: 'The price of the product was changed', ko: '상품 가격이 변경되었다' },
  { number: 14, en: 'Hide the menu', ko: '메뉴를 숨긴다' },
] as const;

export type NoteNumber = (typeof notes)[number]['number'];

export type Kind = 'command' | 'event' | 'policy' | 'read-model' | 'system' | 'constraint';

/** What you found out about a note. `next` are the notes that follow it. */
export type Reading =
  | { readonly kind: 'event'; readonly type: string; readonly next: readonly NoteNumber[] }
  | { readonly kind: Exclude<Kind, 'event'> | '?'; readonly next: readonly NoteNumber[] };

export type Wall = Readonly<Record<NoteNumber, Reading>>;
