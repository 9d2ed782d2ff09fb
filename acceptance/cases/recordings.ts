import { anything, notPassed, wrong, type Case } from '../case.ts';

/** What learner code hands to the library is described and named when the tests are played once more. */
const told = {
  tests: `
it('publishes once and answers', () => {
  const heard: unknown[] = [];
  const publisher = library.eventPublisher();
  publisher.subscribe('Renamed', (event) => heard.push(event));
  expect(f(publisher)).toBe(7);
  expect(heard).toHaveLength(1);
});
`,
  names: ['publishes once and answers'],
  solution: `export const f = (publisher: any): any => {
  publisher.publish({ type: 'Renamed', data: {}, eventId: '1', occurredAt: 0 });
  return 7;
};`,
} as const;

const publishing = (event: string, more = ''): string => `
import { AggregateRoot, inMemoryDatabase } from 'past-tense';
${more}
export const f = (publisher: any): any => { publisher.publish(${event}); return 7; };`;

const right = (id: string, name: string, code: string): Case => ({
  ...told,
  id,
  name,
  code,
  wants: ['passed'],
});
const attack = (id: string, name: string, code: string, says?: string): Case => ({
  ...told,
  id,
  name,
  code,
  wants: notPassed,
  ...(says === undefined ? {} : { says }),
});

const refusing = `const no = () => { throw new Error('no'); };
const refusing = new Proxy({ type: 'Renamed' }, { ownKeys: no, getPrototypeOf: no, getOwnPropertyDescriptor: no, isExtensible: no });`;

/** A hidden test that has the learner's `f` folded for a tape, when the tests are over. */
const folded = {
  tests: `
it('adds', () => {
  const events = [1, 2, 3].map((n) => ({ type: 'Added', data: { n } }));
  attachTape({ stream: 'sum', events: () => events, initialState: () => 0, evolve: f, offers: events });
  expect(events.reduce(f, 0)).toBe(6);
});
`,
  names: ['adds'],
  solution: 'export const f = (sum: any, event: any): any => sum + event.data.n;',
} as const;

/** \`calls\` counts every call; the test makes three. */
const folding = (id: string, name: string, body: string, wants: Case['wants']): Case => ({
  ...folded,
  id,
  name,
  code: `let calls = 0;\nexport const f = (sum: any, event: any): any => { calls += 1; ${body} };`,
  wants,
});

export const recordings: readonly Case[] = [
  right('P01', 'an event that refuses to be described', publishing('refusing as any', refusing)),
  right(
    'P02',
    'an event whose data throws when it is read',
    publishing("{ type: 'Renamed', get data() { throw new Error('no'); } } as any"),
  ),
  right(
    'P03',
    'an aggregate that throws when it is asked for its id',
    publishing(
      "(new Shy().change(), { type: 'Renamed' }) as any",
      `class Shy extends AggregateRoot<any> {
  get id(): string { throw new Error('no'); }
  change() { this.registerEvent({ type: 'Changed' }); }
}`,
    ),
  ),
  {
    ...told,
    id: 'P04',
    name: 'an aggregate whose id never comes when it is named, which is behind the verdict',
    code: publishing(
      "(new Slow().change(), { type: 'Renamed' }) as any",
      `class Slow extends AggregateRoot<any> {
  get id(): string { for (;;); }
  change() { this.registerEvent({ type: 'Changed' }); }
}`,
    ),
    wants: ['passed'],
  },
  right(
    'P05',
    'names with markup, colours, directions and no end',
    publishing(
      "{ type: 'Renamed', data: { html: '<img src=x onerror=alert(1)>', rtl: '\\u202e', esc: '\\u001b[31m', long: 'x'.repeat(1e6) } } as any",
    ),
  ),
  right(
    'P06',
    'twenty thousand rows',
    publishing(
      "{ type: 'Renamed' } as any",
      `const table = inMemoryDatabase().table<any>('rows');
const fill = () => { for (let i = 0; i < 2e4; i += 1) table.put({ id: String(i % 9), text: 'x'.repeat(99), list: [i, i] }); };`,
    ).replace('publisher.publish', 'fill(); publisher.publish'),
  ),
  {
    ...told,
    id: 'P07',
    name: 'a row of ten million characters',
    code: publishing(
      "(inMemoryDatabase().table<any>('rows').put({ id: '1', text: 'x'.repeat(1e7) }), { type: 'Renamed' }) as any",
    ),
    wants: anything,
  },
  attack(
    'P08',
    'the port of the library is asked for',
    `const load: any = require;
const port = load('past-tense/recording.ts');
port.listenWith({ note: () => { throw new Error('x'); }, during: () => 7 });
export const f = (publisher: any): any => 7;`,
    'This file cannot be imported here',
  ),
  attack(
    'P09',
    'being described, an event tells the listener what it wants to hear',
    `export const f = (publisher: any): any => {
  let told = false;
  const calling = new Proxy({ type: 'Other' } as any, {
    ownKeys: (target) => { if (!told) { told = true; publisher.publish({ type: 'Renamed' }); publisher.publish({ type: 'Renamed' }); } return Reflect.ownKeys(target); },
  });
  publisher.publish(calling);
  return 7;
};`,
  ),
  attack(
    'P10',
    'an id that throws an assertion, asked for when the test has failed',
    `import { AggregateRoot } from 'past-tense';
class Loud extends AggregateRoot<any> {
  get id(): string { throw Object.assign(new Error('passed'), { name: 'AssertionError', state: 'passed' }); }
  change() { this.registerEvent({ type: 'Changed' }); }
}
export const f = (publisher: any): any => { new Loud().change(); return 7; };`,
  ),
  attack(
    'P11',
    'a recording of its own is written over what an object has',
    `Object.defineProperty(Object.prototype, 'recording', { value: { version: 1, entries: [] } });
Object.defineProperty(Object.prototype, 'cause', { get() { return 0; } });
${wrong.replace('(n: number)', '(publisher: any)')}`,
  ),
  folding(
    'P12',
    'a fold that never ends when the tests are over',
    'if (calls > 3) for (;;); return sum + event.data.n;',
    ['timed-out'],
  ),
  folding(
    'P13',
    'a fold that throws when the tests are over',
    "if (calls > 3) throw { get message() { throw new Error('no'); } }; return sum + event.data.n;",
    ['passed'],
  ),
  folding(
    'P14',
    'a fold that returns proxies and giants when the tests are over',
    `if (calls > 3) {
      const no = () => { throw new Error('no'); };
      return calls % 2 ? new Proxy({}, { ownKeys: no, getPrototypeOf: no, getOwnPropertyDescriptor: no })
        : Array.from({ length: 1e5 }, () => 'x'.repeat(1e3));
    }
    return sum + event.data.n;`,
    ['passed'],
  ),
  folding(
    'P15',
    'a fold that is wrong and asserts when the tests are over',
    "if (calls > 3) throw Object.assign(new Error('passed'), { name: 'AssertionError' }); return 0;",
    notPassed,
  ),
];
