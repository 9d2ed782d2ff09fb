import { expect, it } from 'vitest';
import { timelineWords } from '../i18n/timeline.ts';
import type { Entry, EntryKind } from '../sandbox/recording.ts';
import { orderNotes } from './order-notes.ts';

const inLanguage = (locale: 'en' | 'ko') => ({ locale, words: timelineWords[locale] });
const notesOf = (entries: readonly Entry[], ...kinds: EntryKind[]) =>
  orderNotes(entries, kinds, inLanguage('en'));

const signUp: Entry[] = [
  { kind: 'began', lane: { place: 'transaction' }, label: 'REQUIRED' },
  { kind: 'registered', lane: { place: 'aggregate', name: 'Member mina' }, label: 'UserRegistered' },
  { kind: 'published', lane: { place: 'publisher' }, label: 'UserRegistered' },
  { kind: 'listener', lane: { place: 'listener', name: 'coupon desk' }, label: 'UserRegistered', cause: 2 },
  { kind: 'call', lane: { place: 'external', name: 'coupons' }, label: 'issue', cause: 3 },
  { kind: 'published', lane: { place: 'publisher' }, label: 'CouponIssued', cause: 4 },
  { kind: 'listener', lane: { place: 'listener', name: 'CouponIssued#1' }, label: 'CouponIssued', cause: 5 },
  { kind: 'row', lane: { place: 'table', name: 'coupons' }, label: 'coupons[mina]', cause: 6 },
  { kind: 'committed', lane: { place: 'transaction' }, label: 'COMMITTED', ends: 0 },
];

it('takes the entries of the chosen kinds, in the order in which they happened', () => {
  expect(notesOf(signUp, 'listener', 'published').map(({ kind, text }) => [kind, text])).toEqual([
    ['published', 'UserRegistered'],
    ['listener', 'coupon desk'],
    ['published', 'CouponIssued'],
    ['listener', 'CouponIssued#1'],
  ]);
});

it('says of a listener what it heard, and of an event whose it is, unless its name says so', () => {
  const notes = notesOf(signUp, 'registered', 'listener', 'row');

  expect(notes.map(({ text, about }) => [text, about])).toEqual([
    ['UserRegistered', 'Member mina'],
    ['coupon desk', 'UserRegistered'],
    ['CouponIssued#1', undefined],
    ['coupons[mina]', undefined],
  ]);
});

it('says in words what became of a transaction, and draws it as no note of event storming', () => {
  expect(notesOf(signUp, 'committed')).toEqual([
    { look: 'committed', kind: 'Transaction', text: 'committed' },
  ]);
});

it('knows which note led to another, also through what is no note', () => {
  expect(notesOf(signUp, 'listener', 'published').map(({ inside }) => inside)).toEqual([undefined, 0, 1, 2]);
  expect(notesOf(signUp, 'row', 'published').map(({ inside }) => inside)).toEqual([undefined, 0, 1]);
});

it('reads words in the language of the page', () => {
  const told: Entry = { kind: 'call', lane: { place: 'external' }, label: { en: 'mail', ko: '메일' } };

  expect(orderNotes([told], ['call'], inLanguage('ko'))).toMatchObject([{ kind: '호출', text: '메일' }]);
});
