import { describe, expect, it } from 'vitest';
import { readExercises, type Exercise } from '../course/exercises.ts';
import { smallCourse, write, type Tree } from '../course/tree.test-support.ts';
import { mutationHash, readRecord, recordedCheck, withCheck, writeRecord } from './mutation-record.ts';

const survivors = [
  { file: 'a.ts', line: 1, column: 2, mutator: 'StringLiteral', original: "'a'", replacement: '""' },
];
const check = { id: 'cart/late-item', mutants: 3, killed: 1, equivalent: 1, survivors };

it('keeps a check until something that it depends on changes', () => {
  const root = write({ 'exercises/cart/late-item/cart.ts': '' });

  writeRecord(root, withCheck(readRecord(root), check, 'hash'), [check.id]);

  expect(recordedCheck(readRecord(root), check.id, 'hash')).toEqual(check);
  expect(recordedCheck(readRecord(root), check.id, 'other hash')).toBeUndefined();
});

it('forgets an exercise that is no longer there', () => {
  const root = write({ 'exercises/cart/late-item/cart.ts': '' });
  const record = withCheck(withCheck({ exercises: {} }, check, 'h'), { ...check, id: 'cart/gone' }, 'h');

  writeRecord(root, record, [check.id]);

  expect(Object.keys(readRecord(root).exercises)).toEqual([check.id]);
});

it('says what to do about a file that is no record', () => {
  const root = write({ 'exercises/mutants.json': '{"exercises": {"cart/late-item": 1}}' });
  expect(() => readRecord(root)).toThrow(
    'exercises/mutants.json: the file is no record of mutation scores. Delete it; npm run check:mutants writes it anew.',
  );
});

describe('the hash', () => {
  const folder = 'exercises/cart/late-item';
  const library = { 'past-tense/index.ts': 'export {};' };
  const settings = 'opens: cart.ts\nlevel: 1\nminutes: 10\n';
  const equivalent = "equivalent: [{ file: a, mutator: b, original: c, replacement: d, reason: 'e' }]";

  it.each([
    ['the solution', { [`${folder}/cart.solution.ts`]: 'export const cart = 3;' }],
    ['a given file', { [`${folder}/domain/events.ts`]: 'export const given = 1;' }],
    ['a hidden test', { [`${folder}/cart.test.ts`]: "import './cart.ts';" }],
    ['what is equivalent', { [`${folder}/exercise.yaml`]: settings + equivalent }],
  ])('changes with %s', (_, change) => {
    expect(mutationHash(read(change), library)).not.toBe(mutationHash(read({}), library));
  });

  it('changes with the library', () => {
    const other = { 'past-tense/index.ts': 'export const other = 1;' };
    expect(mutationHash(read({}), other)).not.toBe(mutationHash(read({}), library));
  });

  it('stays when what no mutant meets changes', () => {
    const change = { [`${folder}/cart.ts`]: 'export const cart = 7;' };
    expect(mutationHash(read(change), library)).toBe(mutationHash(read({}), library));
  });

  function read(change: Tree): Exercise {
    return readExercises(write({ ...smallCourse, ...change }))[0]!;
  }
});
