import { readFileSync } from 'node:fs';
import { expect, it, describe } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { calls, outcomeOf, sequences, type Outcome } from './board.program.ts';
import { PriceService } from './change-price.program.ts';
import { Member } from './constructor.program.ts';
import { kitchenWithNoodles, type Kitchen } from './menu.program.ts';
import * as oneSave from './one-save.program.ts';
import { publishes } from './rule.program.ts';
import * as savedAgain from './saved-again.program.ts';
import * as seasonEnd from './season-end.program.ts';
import * as twoSaves from './two-saves.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as dirtyChecking from './dirty-checking.program.ts';
import * as noPaper from './no-paper.program.ts';
import * as saved from './saved.program.ts';

describe.each(['en', 'ko'])('the tables of %s.mdx', (language) => {
  const [callTable, sequenceTable] = tablesOf(new URL(`./${language}.mdx`, import.meta.url));

  it('says of Spring’s calls what the rule says, but for an iterable that is no collection', () => {
    const said = callTable!.flatMap((row) => codesOf(row.name).map((call) => [call, row.published]));
    const ruled = said.map(([call]) => [
      call,
      call !== ITERABLE && publishes(...partsOf(call!)) ? 'E1, E2' : '',
    ]);

    expect(said).toEqual(ruled);
    expect(said.length).toBeGreaterThan(20);
    for (const row of callTable!) expect(row.pending).toBe(row.published ? '' : 'E1, E2');
  });

  it.each(calls)('says of %s what the library does', (name, run) => {
    const row = callTable!.find((each) => codesOf(each.name).includes(name));

    expect(row).toMatchObject(outcomeOf([name, run]));
  });

  it('says of each sequence what the library does', () => {
    expect(sequenceTable!.map(({ published, pending, throws }) => ({ published, pending, throws }))).toEqual(
      sequences.map(outcomeOf),
    );
    expect(sequenceTable!.map(({ name }) => codesOf(name).length > 0)).toEqual(
      sequences.map(([name]) => name !== sequences[0]![0]),
    );
  });
});

it('names the sequences in English as the board does', () => {
  const [, sequenceTable] = tablesOf(new URL('./en.mdx', import.meta.url));

  expect(sequenceTable!.map(({ name }) => name.replaceAll('`', ''))).toEqual(sequences.map(([name]) => name));
});

it('the season ends: the row is gone, and nobody heard of it', () => {
  expect(seasonEnd.run()).toBe('row: gone, events heard: 0');
});

it('one save: the board hears what was registered before, and nothing of what comes after', () => {
  expect(oneSave.run()).toBe('MenuPriced');
});

it('saved again after a listener failed: the first event comes twice', () => {
  expect(savedAgain.run()).toBe('MenuPriced MenuPriced MenuShown');
});

it('a second save tells nothing, and saving another object does not tell what waits in the first', () => {
  expect(twoSaves.run()).toBe('heard 1, waiting 1');
});

it('the listener runs after the row was written and before the commit; the list is cleared afterwards', () => {
  const kitchen = kitchenWithNoodles();
  const { menus, publisher, transactions } = kitchen;
  const noodles = menus.findById('noodles')!;
  noodles.changePrice(9_000);
  const seen: unknown[] = [];
  publisher.subscribe('MenuPriced', () => {
    const isActive = transactions.isActualTransactionActive();
    seen.push(isActive, menus.findById('noodles')!.won, committed(kitchen), noodles.domainEvents().length);
  });

  transactions.execute(() => menus.save(noodles));

  expect(seen).toEqual([true, 9_000, 8_000, 1]);
  expect(committed(kitchen)).toBe(9_000);
  expect(noodles.domainEvents()).toEqual([]);
});

it('a listener that throws rolls the row back, and the event stays', () => {
  const kitchen = kitchenWithNoodles();
  const { menus, publisher, transactions } = kitchen;
  const noodles = menus.findById('noodles')!;
  noodles.changePrice(9_000);
  publisher.subscribe('MenuPriced', () => {
    throw new Error('The label printer is out of paper.');
  });

  expect(() => transactions.execute(() => menus.save(noodles))).toThrow('out of paper');

  expect(committed(kitchen)).toBe(8_000);
  expect(noodles.won).toBe(9_000);
  expect(noodles.domainEvents()).toHaveLength(1);
});

it('a price change without save: our repository stores nothing, and nobody hears of it', () => {
  const kitchen = kitchenWithNoodles();

  new PriceService(kitchen.menus).changePrice('noodles', 9_000);

  expect(committed(kitchen)).toBe(8_000);
  expect(kitchen.heard).toEqual([]);
});

it('an event of the constructor has no number yet, and loading registers it again', () => {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const fromRow = new Member('mina@haru.example', event);
  fromRow.number = 7;

  expect(fromRow.domainEvents().map(({ data }) => data.memberId)).toEqual([0]);
});

const ITERABLE = 'deleteAll(iterable)';

type SaidRow = Outcome & Readonly<{ name: string }>;

/** The tables whose second column is about E1 and E2, in their order. */
function tablesOf(file: URL): SaidRow[][] {
  const blocks = readFileSync(file, 'utf8').match(/(?:^\|.*\n)+/gm) ?? [];
  const tables = blocks.map((block) => block.trim().split('\n').slice(2).map(rowOf));
  return tables.filter((rows) => rows.some(({ published }) => published.includes('E1')));
}

function rowOf(line: string): SaidRow {
  const [, name = '', published = '', pending = ''] = line.split(/\s*\|\s*/);
  return {
    name,
    published: eventsOf(published),
    pending: eventsOf(pending),
    throws: /error|오류/.test(published),
  };
}

const eventsOf = (cell: string): string => (cell.match(/E\d/g) ?? []).join(', ');
const codesOf = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

function partsOf(call: string): [method: string, parameters: number] {
  const [, method = '', parameters = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
  return [method, parameters === '' ? 0 : parameters.split(',').length];
}

const committed = ({ database }: Kitchen): number | undefined =>
  database.committed<{ id: string; won: number }>('menus')[0]?.won;

it('saved: the menu board listens inside the transaction of the repository, and the tray is emptied before its commit', () => {
  expect(happeningsOf(saved.timeline)).toEqual([
    'command PriceService: changePrice',
    'registered Menu noodles: MenuPriced',
    'began transaction: REQUIRED',
    'saved repository: Menu noodles',
    'row menus: menus[noodles]',
    'published publisher: MenuPriced',
    'listener MenuBoard: MenuPriced',
    'cleared Menu noodles: clearDomainEvents',
    'committed transaction: COMMITTED',
  ]);
});

it('no paper: the row goes with the listener, and the tray is not emptied', () => {
  const happened = happeningsOf(noPaper.timeline);

  expect(happened).toContain('threw LabelPrinter: Error: out of paper');
  expect(happened).toContain('rolled-back transaction: ROLLED_BACK');
  expect(happened.filter((line) => line.startsWith('cleared'))).toEqual([]);
});

it('dirty checking: the row is committed, and nobody publishes what was registered', () => {
  expect(happeningsOf(dirtyChecking.timeline)).toEqual([
    'command PriceService: changePrice',
    'began transaction: REQUIRED',
    'registered Menu noodles: MenuPriced',
    'phase transaction: beforeCommit',
    'row menus: menus[noodles]',
    'committed transaction: COMMITTED',
  ]);
});
