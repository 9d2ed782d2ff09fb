import { describe, expect, it } from 'vitest';
import { planImport } from './import-plan.ts';
import { mostRecords, readProgressFile } from './progress-file.ts';
import { nothing, readRecord, type Records } from './records.ts';

// S16: a file from somebody else. The texts are JSON as it can be written by hand, not what JSON.stringify makes.
const now = Date.parse('2026-11-22T12:00:00Z');
const file = (stores: { drafts?: string; progress?: string; answers?: string }, more = ''): string =>
  `{"format":"past-tense-progress","version":2,"exportedAt":"2026-11-22T09:30:00.000Z",${more}` +
  `"drafts":${stores.drafts ?? '{}'},"progress":${stores.progress ?? '{}'},"answers":${stores.answers ?? '{}'}}`;
const draft = (fields: string): string => `{"cart/add":{"v":2,${fields}}}`;
const read = (text: string) => readProgressFile(text, now);
const refused = (place: string) => ({ kind: 'broken', place });

const progressOf = (count: number): string =>
  `{${Array.from({ length: count }, (_, place) => `"a/${place}":{"v":2}`).join(',')}}`;

describe('a hostile file is refused whole', () => {
  it.each([
    ['`__proto__` as an exercise', { drafts: '{"__proto__":{"v":2}}' }, refused('drafts, __proto__')],
    ['`constructor` as an exercise', { progress: '{"constructor":{}}' }, refused('progress, constructor')],
    ['markup as an exercise', { drafts: '{"<img src=x>":{}}' }, refused('drafts, <img src=x>')],
    ['a path as an exercise', { drafts: '{"../../add":{}}' }, refused('drafts, ../../add')],
    ['a direction as an exercise', { drafts: '{"cart/\\u202edda":{}}' }, refused('drafts, cart/\u202edda')],
    ['an endless exercise', { drafts: `{"${'a'.repeat(1e6)}":{}}` }, refused(`drafts, ${'a'.repeat(100)}`)],
    ['`__proto__` as a question', { answers: '{"__proto__":{"v":1}}' }, refused('answers, __proto__')],
    ['a time beyond numbers', { drafts: draft('"rev":1,"files":{},"updatedAt":1e999') }, 'updatedAt'],
    ['a time below 1970', { drafts: draft('"rev":1,"files":{},"updatedAt":-1') }, 'updatedAt'],
    ['a part of a count', { drafts: draft('"rev":1.5,"files":{},"updatedAt":1') }, 'rev'],
    ['a count beyond safe numbers', { drafts: draft('"rev":1e16,"files":{},"updatedAt":1') }, 'rev'],
    ['a count as text', { drafts: draft('"rev":"1","files":{},"updatedAt":1') }, 'rev'],
    ['files as a list', { drafts: draft('"rev":1,"files":["x"],"updatedAt":1') }, 'files'],
    ['a file outside', { drafts: draft('"rev":1,"files":{"/etc/passwd":""},"updatedAt":1') }, 'files'],
    ['`__proto__` as a file', { drafts: draft('"rev":1,"files":{"__proto__":""},"updatedAt":1') }, 'files'],
    ['markup as a starter', { drafts: draft('"rev":1,"starter":"<b>","files":{},"updatedAt":1') }, 'starter'],
    ['a text in the depth', { drafts: draft('"rev":1,"files":{"./a.ts":[[]]},"updatedAt":1') }, 'files'],
  ])('%s', (_case, stores, refusal) => {
    expect(read(file(stores))).toEqual(
      typeof refusal === 'string' ? refused(`drafts, cart/add, ${refusal}`) : refusal,
    );
  });

  it.each([
    ['more hints than any exercise has', 'hintsAt', Array.from({ length: 101 }, () => 1)],
    ['hints that are none', 'hintsAt', { length: 3 }],
    ['a pass that is none', 'passedAt', true],
  ])('%s', (_case, field, value) => {
    const progress = `{"cart/add":{"v":2,"${field}":${JSON.stringify(value)}}}`;
    expect(read(file({ progress }))).toEqual(refused(`progress, cart/add, ${field}`));
  });

  it.each([
    ['no version', 'null'],
    ['a version as a list', '[2]'],
    ['a version in between', '1.5'],
    ['version 0', '0'],
  ])('%s', (_case, version) => {
    expect(read(`{"format":"past-tense-progress","version":${version}}`)).toEqual(refused('version'));
  });

  it('what is nested two million times', () => {
    const deep = '['.repeat(2_000_000) + ']'.repeat(2_000_000);

    expect(read(file({ drafts: deep }))).toEqual(refused('drafts'));
    expect(read(deep)).toEqual({ kind: 'foreign' });
    expect(read('['.repeat(4_000_000))).toEqual({ kind: 'no-json' });
  });

  it('more records than a course could leave', () => {
    expect(read(file({ progress: progressOf(mostRecords) }))).toMatchObject({ kind: 'read' });
    expect(read(file({ progress: progressOf(mostRecords + 1) }))).toEqual({ kind: 'too-many' });
    expect(read(file({ progress: progressOf(100_000) }))).toEqual({ kind: 'too-many' });
  });
});

describe('what is read of a hostile file', () => {
  const recordsOf = (text: string): Records => {
    const answer = read(text);
    if (answer.kind !== 'read') throw new Error(JSON.stringify(answer));
    return answer.records;
  };

  it('has nothing that the site does not know, whatever it is called', () => {
    const known = '"rev":1,"files":{"./__proto__.ts":"text"},"updatedAt":1';
    const unknown = '"__proto__":{"passedAt":1},"constructor":{"prototype":{"hacked":true}},"toString":1';
    const records = recordsOf(file({ drafts: draft(`${known},${unknown}`) }, '"__proto__":{"v":9},'));

    expect(records.drafts['cart/add']).toStrictEqual({
      v: 2,
      rev: 1,
      files: { './__proto__.ts': 'text' },
      updatedAt: 1,
    });
    expect(({} as { hacked?: boolean }).hacked).toBeUndefined();
  });

  it('keeps texts as they are: markup, directions, half characters', () => {
    const text = '<script>alert(1)</script>\u202e\u0007\u001b[31m\ud800';
    const drafts = draft(`"rev":1,"files":{"./a.ts":${JSON.stringify(text)}},"updatedAt":1`);

    expect(recordsOf(file({ drafts })).drafts['cart/add']!.files).toEqual({ './a.ts': text });
  });

  it('lets an answer be called as every object’s constructor is', () => {
    const answer = '{"v":1,"chosen":[0],"right":true,"answeredAt":5}';
    const incoming = recordsOf(file({ answers: `{"constructor":${answer}}` }));

    for (const way of ['merge', 'replace'] as const) {
      expect(planImport(nothing, incoming, way)).toEqual({
        next: incoming,
        changes: [{ store: 'answers', key: 'constructor', kind: 'added' }],
      });
    }
    expect(planImport(incoming, nothing, 'replace')).toEqual({
      next: nothing,
      changes: [{ store: 'answers', key: 'constructor', kind: 'lost' }],
    });
  });

  it('counts so low that a draft can be stored many times more', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const incoming = recordsOf(
      file({ drafts: draft(`"rev":${most},"files":{"./a.ts":"x"},"updatedAt":${most}`) }),
    );
    const mine = { ...incoming.drafts['cart/add']!, files: {}, updatedAt: 1 };
    const taken = planImport({ ...nothing, drafts: { 'cart/add': mine } }, incoming, 'merge').next;
    const later = { ...taken.drafts['cart/add']!, rev: taken.drafts['cart/add']!.rev + 1_000_000 };

    expect(readRecord('drafts', later)).toMatchObject({ kind: 'read' });
    expect(later.updatedAt, 'a time of the future would win over all later work').toBe(now);
  });
});
