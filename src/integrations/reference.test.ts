import { expect, it } from 'vitest';
import { readExercises } from '../course/exercises.ts';
import { write } from '../course/tree.test-support.ts';
import { readRecording } from '../sandbox/recording.ts';
import { shipExercise } from './judge-exercise.ts';
import { librarySources } from './library-sources.ts';

const folder = 'exercises/kitchen/raise-price';

const text = (tests: string) => `---
title: Raise a price
${tests}---
Raise it.

<Hint>

Think.

</Hint>
`;

const menu = (raise: string) => `
import { AggregateRoot, eventFactory, type DomainEvent } from 'past-tense';
const event = eventFactory({ now: () => 0 }, { next: () => 'event-1' });
export class Menu extends AggregateRoot<DomainEvent> {
  readonly id = 'gimbap';
  won = 3500;
  raise(by: number): void { ${raise} }
}
`;

const sample = {
  [`${folder}/exercise.yaml`]: 'opens: menu.ts\nlevel: 1\nminutes: 5\n',
  [`${folder}/en.md`]: text(''),
  [`${folder}/ko.md`]: text('tests:\n  costs 3500: 3500원이다\n  tells the new price: 새 가격을 알린다\n'),
  [`${folder}/menu.ts`]: menu('void by;'),
  [`${folder}/menu.solution.ts`]: menu(
    "this.won += by; this.registerEvent(event('MenuPriced', { won: this.won }));",
  ),
  [`${folder}/menu.test.ts`]: `
import { expect, it } from 'vitest';
import { Menu } from './menu.ts';
it('costs 3500', () => expect(new Menu().won).toBe(3500));
it('tells the new price', () => {
  const menu = new Menu();
  menu.raise(500);
  expect(menu.domainEvents()).toHaveLength(1);
});`,
};

it('what the browser gets beside an exercise is what the solution did, test by test', async () => {
  const [exercise] = readExercises(write(sample));
  const { reference } = await shipExercise(exercise!, librarySources(process.cwd()));
  expect(Object.keys(reference.recordings)).toEqual(['tells the new price']);
  expect(readRecording(reference.recordings['tells the new price'])).toMatchObject({
    entries: [{ kind: 'registered', lane: { name: 'Menu gimbap' }, label: 'MenuPriced' }],
    assertedAt: [1],
  });
});
