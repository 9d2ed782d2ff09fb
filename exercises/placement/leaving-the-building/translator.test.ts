import { expect, it } from 'vitest';
import { eventFactory, type EventFactory, type IntegrationEvent } from 'past-tense';
import { drawBoard, showCase } from 'past-tense/drawing';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import type { InsideEvent } from './events.ts';
import { toIntegrationEvent } from './translator.ts';

const customs = drawBoard({
  caption: { en: 'At the customs desk', ko: '세관에서' },
  corner: { en: 'Inside', ko: '안쪽' },
  columns: { outside: { en: 'Your translator lets it out as', ko: '내 변환기가 내보낸 자리' } },
  rows: {
    memberId: 'MemberRegistered.memberId',
    name: 'MemberRegistered.name',
    phone: 'MemberRegistered.phone',
    passwordHash: 'MemberRegistered.passwordHash',
    agreedToAds: 'MemberRegistered.agreedToAds',
    productId: 'ProductPriceChanged.productId',
    from: 'ProductPriceChanged.from',
    to: 'ProductPriceChanged.to',
    clerkId: 'ProductPriceChanged.clerkId',
    PasswordChanged: 'PasswordChanged',
    MenuHidden: 'MenuHidden',
    StoveCleaned: 'StoveCleaned',
  },
});
type Declared = Parameters<typeof customs.mark>[0];

const GOES_OUT: readonly string[] = ['memberId', 'name', 'productId', 'to'] satisfies Declared[];

it('tells partners of a new member, exactly as member.registered v1 says', () => {
  const message = sent(registered('mina', 'Mina Kim'), {
    type: 'member.registered',
    data: { memberId: 'mina', displayName: 'Mina Kim', registeredAt: '2026-03-03T03:00:00.000Z' },
  });

  expect(
    message.payload,
    'The contract names three fields and no other: memberId, displayName, registeredAt',
  ).toEqual({
    memberId: 'mina',
    displayName: 'Mina Kim',
    registeredAt: '2026-03-03T03:00:00.000Z',
  });
  expect(
    sent(registered('jun', 'Jun Park')).payload,
    'Jun is a member, too, and is greeted by his own name',
  ).toMatchObject({ memberId: 'jun', displayName: 'Jun Park' });
});

it('tells the delivery app a price with which it can work without asking back', () => {
  const message = sent(priced('gimbap', 4_000, 3_500), {
    type: 'product.price-changed',
    data: {
      productId: 'gimbap',
      price: { amount: 3_500, currency: 'KRW' },
      effectiveAt: '2026-03-03T03:00:00.000Z',
    },
  });
  const { productId, price, effectiveAt, ...more } = message.payload as Record<string, unknown>;

  expect(
    [productId, price, effectiveAt].filter((field) => field !== undefined).length,
    'Which product, what it costs, and from when on: whoever lacks one of them has to call and ask, and is told what is true by then',
  ).toBe(3);
  expect(JSON.stringify(price), 'Gimbap cost 4,000 won until now and costs 3,500 from now on').toContain(
    '3500',
  );
  expect(
    { productId, price, effectiveAt },
    'A price is an amount and a currency: the app sells in other countries, too',
  ).toEqual({
    productId: 'gimbap',
    price: { amount: 3_500, currency: 'KRW' },
    effectiveAt: '2026-03-03T03:00:00.000Z',
  });
  expect(more, 'The old price and the clerk are Haru Kitchen’s own business').toEqual({});
  expect(
    JSON.stringify(message),
    'The clerk is not in the payload, but elsewhere in the message, and that goes outside as well',
  ).not.toContain('clerk-3');
  expect(
    sent(priced('stew', 7_000, 8_000)).payload,
    'Stew rose from 7,000 to 8,000 won. The app needs the new price, whether it fell or rose',
  ).toMatchObject({ productId: 'stew', price: { amount: 8_000 } });
});

it('calls its messages by the names and versions of the contracts', () => {
  expect(
    nameOf(sent(registered('mina', 'Mina Kim'))),
    'Partners look for member.registered in version 1. A name of a type of ours would tie them to our next renaming',
  ).toBe('member.registered v1');
  expect(
    nameOf(sent(priced('gimbap', 4_000, 3_500))),
    'The delivery app looks for product.price-changed in version 2, the one with a currency',
  ).toBe('product.price-changed v2');
});

it('keeps inside what is nobody else’s business', () => {
  const event = factory();
  sent(registered('mina', 'Mina Kim'));

  for (const secret of [
    event('PasswordChanged', { memberId: 'mina' }),
    event('MenuHidden', { menuId: 'lunch', cost: 7_000 }),
  ]) {
    expect(
      attempt(secret),
      'No contract names this event, so nothing leaves: neither who changed a password nor what happens on the board',
    ).toBe('stays inside');
  }
});

it('lets an event stay inside that it does not know', () => {
  sent(registered('mina', 'Mina Kim'));

  expect(
    attempt(factory()('StoveCleaned', { stoveId: 'stove-1' }) as never),
    'Next month somebody adds an event. As long as there is no contract, nothing is said, and nothing breaks',
  ).toBe('stays inside');
});

it('says the same when the model inside grows', () => {
  const { data, ...rest } = registered('mina', 'Mina Kim');
  const grown = { ...rest, data: { ...data, residentNumber: '900101-2000000', allergies: ['peanut'] } };

  const [today, tomorrow] = [sent({ ...rest, data } as InsideEvent), sent(grown as InsideEvent)];

  expect(
    tomorrow,
    'Somebody has added two fields to the event, for Haru Kitchen alone. Outside nothing may change',
  ).toEqual(today);
});

it('lets no secret through, whatever a member is called', () => {
  const json = [registered('mina', 'Mina Kim'), registered('jun', 'Jun Park')].map((event) =>
    JSON.stringify(sent(event)),
  );

  for (const text of json) {
    expect(text, 'Phone number, password hash and what a member agreed to stay inside').not.toMatch(
      /hash-of|010-|agreedToAds/,
    );
  }
});

it('gives the messages of one aggregate the same key, and others another', () => {
  expect(
    [sent(registered('mina', 'Mina Kim')).key, sent(registered('jun', 'Jun Park')).key],
    'Messages with one key keep their order. So the key is the id of what they are about: here, of the member',
  ).toEqual(['mina', 'jun']);
  expect(
    [
      sent(priced('gimbap', 4_000, 3_500)).key,
      sent(priced('gimbap', 3_500, 4_500)).key,
      sent(priced('stew', 1, 2)).key,
    ],
    'Both prices of the gimbap have one key, or the older one may arrive last',
  ).toEqual(['gimbap', 'gimbap', 'stew']);
});

it('lets a repeated message be recognised', () => {
  const event = priced('gimbap', 4_000, 3_500);
  const other = priced('gimbap', 4_000, 3_500, factory(NOON, 'other'));

  expect(
    [sent(event).messageId, sent(event).messageId, sent(other).messageId],
    'The same event is the same message, however often it is translated; another event is another. The event has an identity already',
  ).toEqual([event.eventId, event.eventId, other.eventId]);
});

it('tells when it happened, and not when it was told', () => {
  const later = NOON + 90_000;

  expect(
    (sent(registered('mina', 'Mina Kim', factory(later))).payload as { registeredAt?: unknown }).registeredAt,
    'Mina registered a minute and a half past noon. The translator may run hours later; the time is in the event',
  ).toBe('2026-03-03T03:01:30.000Z');
  expect(
    (sent(priced('gimbap', 4_000, 3_500, factory(later))).payload as { effectiveAt?: unknown }).effectiveAt,
    'The price holds from the moment at which it was changed',
  ).toBe('2026-03-03T03:01:30.000Z');
});

// In Seoul, where Haru Kitchen is.
const NOON = Date.UTC(2026, 2, 3, 3, 0);

const factory = (at = NOON, prefix?: string): EventFactory =>
  eventFactory(fixedClock(at), sequentialIds(prefix));

function registered(memberId: string, name: string, event = factory()): InsideEvent {
  return event('MemberRegistered', {
    memberId,
    name,
    phone: '010-1234-5678',
    passwordHash: `hash-of-${memberId}`,
    agreedToAds: true,
  });
}

function priced(productId: string, from: number, to: number, event = factory()): InsideEvent {
  return event('ProductPriceChanged', { productId, from, to, clerkId: 'clerk-3' });
}

/** The message as it goes over the wire. Tells the learner the case. */
function sent(event: InsideEvent, expected?: { type: string; data: object }): IntegrationEvent {
  if (expected) {
    const yours = () => {
      const message = toIntegrationEvent(event);
      return message ? [{ type: message.name, data: message.payload }] : [];
    };
    showCase({ when: event, then: [expected], yours });
  }
  const message = translated(event);
  if (expected) declare(event, message);
  expect(message, 'There is a contract for this event: partners wait for its message').toBeDefined();
  return JSON.parse(JSON.stringify(message)) as IntegrationEvent;
}

const inside = { en: 'stays inside', ko: '안에 남음' };

/** Each field of the event goes over the desk: the places of the message in which it leaves. */
function declare({ data }: InsideEvent, message: IntegrationEvent | undefined): void {
  for (const [field, value] of Object.entries(data)) {
    const places = placesOf(value, message);
    customs.mark(field as Declared, 'outside', {
      text: places.length > 0 ? places.join(', ') : inside,
      mark: places.length > 0 === GOES_OUT.includes(field) ? 'right' : 'wrong',
    });
  }
}

/** `payload.price.amount`, `key`: where in the part, however deep, this value is. */
function placesOf(value: unknown, part: unknown, path: readonly string[] = []): string[] {
  if (part === value && path.length > 0) return [path.join('.')];
  if (typeof part !== 'object' || part === null || path.length > 5) return [];
  return Object.entries(part).flatMap(([key, inner]) => placesOf(value, inner, [...path, key]));
}

/** What the learner's translator makes of the event, told to the timeline. */
function translated(event: InsideEvent): IntegrationEvent | undefined {
  const happening = { place: 'listener', name: 'translator', label: event.type } as const;
  return during({ ...happening, kind: 'listener', payload: event }, () => {
    const message = toIntegrationEvent(event);
    if (message) {
      const name = { en: 'outside', ko: '바깥' };
      note({ kind: 'message', place: 'external', name, label: message.name, payload: message });
    }
    return message;
  });
}

const nameOf = ({ name, version }: IntegrationEvent): string => `${name} v${JSON.stringify(version)}`;

function attempt(event: InsideEvent): string {
  try {
    const isInside = translated(event) === undefined;
    customs.mark(event.type as Declared, 'outside', {
      text: isInside ? inside : { en: 'leaves the building', ko: '밖으로 나감' },
      mark: isInside ? 'right' : 'wrong',
    });
    return isInside ? 'stays inside' : 'leaves the building';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
