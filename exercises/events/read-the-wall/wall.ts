import type { Wall } from './notes.ts';

/** What each note is, and which notes follow it. */
export const wall: Wall = {
  // The member should get a text message · 회원에게 문자가 나가야 한다
  1: { kind: '?', next: [] },
  // The menu was hidden · 메뉴가 숨겨졌다
  2: { kind: '?', next: [] },
  // A menu may not cost more than its parts together
  // 메뉴 가격은 구성 상품 가격의 합계를 넘을 수 없다
  3: { kind: '?', next: [] },
  // Change the password · 비밀번호를 변경한다
  4: { kind: '?', next: [] },
  // Whenever the price of a product was changed, hide the menus that are now too dear
  // 상품 가격이 변경될 때마다, 너무 비싸진 메뉴를 숨긴다
  5: { kind: '?', next: [] },
  // SMS gateway · SMS 게이트웨이
  6: { kind: '?', next: [] },
  // The price of the menu was changed · 메뉴 가격이 변경되었다
  7: { kind: '?', next: [] },
  // Change the price of the product · 상품 가격을 변경한다
  8: { kind: '?', next: [] },
  // The password was changed · 비밀번호가 변경되었다
  9: { kind: '?', next: [] },
  // List of hidden menus · 숨겨진 메뉴 목록
  10: { kind: '?', next: [] },
  // Change the price of the menu · 메뉴 가격을 변경한다
  11: { kind: '?', next: [] },
  // Whenever a password was changed, tell the member
  // 비밀번호가 변경될 때마다, 회원에게 알린다
  12: { kind: '?', next: [] },
  // The price of the product was changed · 상품 가격이 변경되었다
  13: { kind: '?', next: [] },
  // Hide the menu · 메뉴를 숨긴다
  14: { kind: '?', next: [] },
};
