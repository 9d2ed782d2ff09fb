import { notPassed, type Case } from '../case.ts';

/** Tricks on the course library, which learner code and hidden tests share. */
const renames = {
  tests: `
it('tells the listener once', () => {
  const heard: string[] = [];
  const publisher = library.eventPublisher();
  publisher.subscribe('Renamed', ({ type }: any) => heard.push(type));
  const user = new a.User();
  user.rename();
  const repository: any = { save() {}, saveAll() {}, findById() {}, delete() {}, deleteById() {} };
  library.publishingRepository(repository, publisher).save(user);
  expect(heard).toEqual(['Renamed']);
  expect(user.domainEvents()).toEqual([]);
});
`,
  names: ['tells the listener once'],
  solution: `
import { AggregateRoot } from 'past-tense';
export class User extends AggregateRoot {
  readonly id = '1';
  rename() { this.registerEvent({ type: 'Renamed', data: {}, eventId: '1', occurredAt: 0 }); }
}`,
} as const;

const silent = `
export class User extends AggregateRoot {
  readonly id = '1';
  rename() {}
}`;

const attack = (id: string, name: string, code: string, says?: string): Case => ({
  ...renames,
  id,
  name,
  code: `import * as lib from 'past-tense';\nimport { AggregateRoot } from 'past-tense';\n${silent}\n${code}`,
  wants: notPassed,
  ...(says === undefined ? {} : { says }),
});

const event = "{ type: 'Renamed', data: {}, eventId: '1', occurredAt: 0 }";

export const library: readonly Case[] = [
  attack(
    'L01',
    'every aggregate tells what the test wants to hear',
    `let told = false;
(AggregateRoot.prototype as any).domainEvents = () => (told ? [] : ((told = true), [${event}]));`,
    'AggregateRoot.prototype.domainEvents cannot be changed',
  ),
  attack(
    'L02',
    'another publisher in the place of the export',
    "const load: any = require; load('past-tense/index.ts').eventPublisher = () => ({});",
  ),
  attack(
    'L03',
    'the export defined anew',
    "Object.defineProperty(lib, 'publishingRepository', { get: () => () => ({ save() {} }) });",
  ),
  attack('L04', 'a property on a function of the library', '(lib.eventPublisher as any).shared = [];'),
  attack(
    'L05',
    'everything is an aggregate',
    'Object.defineProperty(AggregateRoot, Symbol.hasInstance, { value: () => true });\nexport const f = 1;',
  ),
  attack('L06', 'a method deleted', 'delete (AggregateRoot.prototype as any).clearDomainEvents;'),
  attack(
    'L07',
    'another prototype between library and language',
    'Object.setPrototypeOf(AggregateRoot.prototype, { pullDomainEvents: () => [] });',
  ),
  attack(
    'L08',
    "the method of a subclass's parent, found by walking up",
    `const parent = Object.getPrototypeOf(User.prototype);
parent.domainEvents = () => [${event}];`,
  ),
  attack(
    'L09',
    "the library's error taken for its own",
    'Object.defineProperty(lib.PublishBudgetExceededError.prototype, "message", { get: () => "" });',
  ),
  {
    ...renames,
    id: 'L10',
    name: 'an honest subclass with members of the same names',
    code: `
import { AggregateRoot } from 'past-tense';
export class User extends AggregateRoot {
  readonly id = '1';
  constructor() {
    super();
    const inherited = this.domainEvents.bind(this);
    (this as any).domainEvents = () => inherited();
    (this as any).toString = () => 'user';
  }
  override clearDomainEvents = () => super.clearDomainEvents();
  rename() { this.registerEvent(${event}); }
}`,
    wants: ['passed'],
  },
  {
    id: 'L11',
    name: "an honest subclass of the library's error",
    code: `
import { PublishBudgetExceededError } from 'past-tense';
class Mine extends PublishBudgetExceededError {
  constructor() { super('mine', []); this.name = 'Mine'; this.message = 'changed'; }
}
export const f = (n: number): any => { const e = new Mine(); return e.name === 'Mine' && e.message === 'changed' ? n * 2 : 0; };`,
    wants: ['passed'],
  },
  {
    id: 'L12',
    name: 'a publisher that the test handed over is taken apart',
    code: `
export const f = (publisher: any): any => { publisher.publish = () => {}; publisher.subscribe = () => {}; };`,
    tests: `
it('publishes', () => {
  const heard: unknown[] = [];
  const publisher = library.eventPublisher();
  publisher.subscribe('Renamed', (event) => heard.push(event));
  f(publisher);
  publisher.publish(${event} as any);
  expect(heard).toHaveLength(1);
});`,
    names: ['publishes'],
    solution: 'export const f = (publisher: any): any => {};',
    wants: notPassed,
  },
  {
    id: 'L13',
    name: 'a row that changes after it was stored',
    code: "export const f = (table: any): any => { const row = { id: '1', n: 0 }; table.put(row); row.n = 1; table.get('1').n = 2; };",
    tests: `
it('keeps what was stored', () => {
  const table = library.inMemoryDatabase().table<any>('rows');
  f(table);
  expect(table.get('1')).toEqual({ id: '1', n: 1 });
});`,
    names: ['keeps what was stored'],
    solution: "export const f = (table: any): any => table.put({ id: '1', n: 1 });",
    wants: ['failed'],
  },
  {
    id: 'L14',
    name: 'a frozen event is written to, which is no locked built-in',
    code: `
import { eventFactory } from 'past-tense';
export const f = (n: number): any => {
  const event: any = eventFactory({ now: () => 0 }, { next: () => '1' })('Renamed', { n });
  event.data.n = n * 2;
  return event.data.n;
};`,
    wants: ['failed'],
    neverSays: 'are locked here',
  },
];
