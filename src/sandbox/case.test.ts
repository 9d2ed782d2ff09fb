import { expect, it } from 'vitest';
import { caseLimits, describeCase, readCase } from './case.ts';

const changed = (userId: string) => ({
  type: 'PasswordChanged',
  data: { userId },
  eventId: 'event-1',
  occurredAt: 9,
});
const fields = (userId: string) => ({
  kind: 'fields',
  entries: [{ key: 'userId', value: { kind: 'string', text: userId } }],
  more: 0,
});

it('makes cards of words, commands and events, and survives its way out of the sandbox', () => {
  const described = describeCase({
    given: [{ en: 'Mina is a member', ko: 'Mina는 회원입니다' }],
    when: { type: 'ChangePassword', data: { userId: 'mina' } },
    then: [{ type: 'PasswordChanged', data: { userId: 'mina' } }],
    yours: () => [changed('jun')],
  });
  expect(described).toEqual({
    given: [{ kind: 'words', text: { en: 'Mina is a member', ko: 'Mina는 회원입니다' } }],
    when: { kind: 'message', type: 'ChangePassword', fields: fields('mina') },
    then: [{ kind: 'message', type: 'PasswordChanged', fields: fields('mina') }],
    yours: [{ kind: 'message', type: 'PasswordChanged', fields: fields('jun') }],
  });
  expect(readCase(structuredClone(described))).toEqual(described);
});

it('shows id and time of an event only if an expected one has them', () => {
  const shown = (then: object[]) => {
    const [card] = describeCase({ when: 'x', then, yours: () => [changed('mina')] })!.yours!;
    return (
      card?.kind === 'message' && card.fields.kind === 'fields' && card.fields.entries.map(({ key }) => key)
    );
  };
  expect(shown([])).toEqual(['userId']);
  expect(shown([{ type: 'PasswordChanged', data: {}, occurredAt: 9 }])).toEqual(['userId', 'occurredAt']);
});

it('leaves out what the learner told if it cannot be asked, and shows what is no event', () => {
  const asked = (yours: unknown) => describeCase({ when: 'save', then: [], yours })?.yours;
  const refuse = () => {
    throw new Error('not for you');
  };
  expect(asked(refuse)).toBeUndefined();
  expect(asked(() => 'PasswordChanged')).toBeUndefined();
  expect(asked(() => ['PasswordChanged'])).toMatchObject([
    { kind: 'words', text: { en: 'PasswordChanged' } },
  ]);
  expect(asked(() => [null, { type: 7 }])).toMatchObject([{ kind: 'words' }, { kind: 'message', type: '?' }]);
});

it('reads of a hostile case only what the types name, and not more than is shown', () => {
  expect(readCase('case')).toBeUndefined();
  const card = { kind: 'message', type: '<b>'.repeat(999), fields: { kind: 'html' }, html: '<b>' };
  const read = readCase({ given: { length: 9 }, then: Array.from({ length: 999 }, () => card), more: 1 });
  expect(Object.keys(read!)).toEqual(['given', 'then']);
  expect(read!.then).toHaveLength(caseLimits.cards);
  expect(read!.then[0]).toEqual({
    kind: 'message',
    type: '<b>'.repeat(999).slice(0, caseLimits.textCharacters),
    fields: { kind: 'leaf', text: '' },
  });
});
