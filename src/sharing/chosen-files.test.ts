import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeArchive } from './archive.ts';
import { readChosenFiles } from './chosen-files.ts';
import { limits } from './limits.ts';

const recipient = {
  exercise: 'aggregates/change-password',
  editable: ['./user.ts', './domain/menu.ts', './app/menu.ts'],
  given: ['./events.ts'],
};
const read = (...files: File[]) => readChosenFiles(files, recipient);
const file = (name: string, content: BlobPart) => new File([content], name);
const archive = (bytes: Uint8Array<ArrayBuffer>) => read(file('project.zip', bytes));
const zipped = (files: Record<string, string>) => archive(writeArchive('folder', files));
const packageJson = (exercise: string) => JSON.stringify({ pastTense: { exercise } });

describe('files that the learner chose', () => {
  it('are matched by their names', async () => {
    expect(await read(file('user.ts', '// 하루 🍜'))).toEqual({
      kind: 'proposed',
      files: { './user.ts': '// 하루 🍜' },
    });
  });

  it.each([
    ['none of the exercise', [file('cart.ts', '')], { kind: 'unknown-files', names: ['cart.ts'] }],
    ['given', [file('user.ts', ''), file('events.ts', '')], { kind: 'given-files', names: ['events.ts'] }],
    [
      'two of one name',
      [file('user.ts', 'a'), file('user.ts', 'b')],
      { kind: 'ambiguous', names: ['user.ts'] },
    ],
    ['of a name that two places have', [file('menu.ts', '')], { kind: 'ambiguous', names: ['menu.ts'] }],
    ['no text', [file('user.ts', new Uint8Array([0xff, 0xfe, 0]))], { kind: 'not-text', names: ['user.ts'] }],
    ['text with NUL', [file('user.ts', 'a\0b')], { kind: 'not-text', names: ['user.ts'] }],
    ['too large', [file('user.ts', ' '.repeat(limits.codeBytes + 1))], { kind: 'too-large' }],
    [
      'an archive among others',
      [file('user.ts', ''), file('project.zip', '')],
      { kind: 'unknown-files', names: ['project.zip'] },
    ],
  ])('are refused if they are %s', async (_, files, reason) => {
    expect(await read(...files)).toEqual({ kind: 'refused', reason });
  });

  it('are refused if the browser may not read them', async () => {
    const unreadable = file('user.ts', '');
    unreadable.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));

    expect(await read(unreadable)).toEqual({ kind: 'refused', reason: { kind: 'broken' } });
  });
});

describe('an archive', () => {
  it('gives the editable files of a project back, and nothing else of it', async () => {
    const answer = await zipped({
      'src/user.ts': '// 하루',
      'src/domain/menu.ts': 'export {};',
      'src/events.ts': 'changed',
      'past-tense/user.ts': 'of the library',
      'package.json': packageJson(recipient.exercise),
    });

    expect(answer).toEqual({
      kind: 'proposed',
      files: { './user.ts': '// 하루', './domain/menu.ts': 'export {};' },
    });
  });

  it.each([
    ['without a folder around it', { 'src/user.ts': 'mine' }],
    ['of the files alone', { 'user.ts': 'mine' }],
    [
      'made on a Mac',
      { 'p/src/user.ts': 'mine', '__MACOSX/p/src/._user.ts': 'x', '__MACOSX/src/user.ts': 'x' },
    ],
    [
      'with names that lead out of it',
      { 'src/user.ts': 'mine', '../../src/user.ts': 'x', '/etc/user.ts': 'x' },
    ],
  ])('%s is read as well', async (_, files) => {
    const bytes = Object.entries(files).map(
      ([name, text]) => [name, new TextEncoder().encode(text)] as const,
    );

    expect(await archive(Uint8Array.from(zipSync(Object.fromEntries(bytes))))).toEqual({
      kind: 'proposed',
      files: { './user.ts': 'mine' },
    });
  });

  it.each([
    ['has nothing of the exercise', { 'src/cart.ts': '' }, { kind: 'unknown-files', names: [] }],
    [
      'is the project of another exercise',
      { 'src/user.ts': '', 'package.json': packageJson('events/dispatcher') },
      { kind: 'other-exercise' },
    ],
    [
      'is the project of another exercise, without a file of this one',
      { 'src/cart.ts': '', 'package.json': packageJson('events/dispatcher') },
      { kind: 'other-exercise' },
    ],
    ['unpacks to too much', { 'src/user.ts': ' '.repeat(limits.codeBytes + 1) }, { kind: 'too-large' }],
  ])('is refused if it %s', async (_, files, reason) => {
    expect(await zipped(files)).toEqual({ kind: 'refused', reason });
  });

  it('is refused if it has two projects', async () => {
    const bytes = zipSync({ 'a/src/user.ts': new Uint8Array(1), 'b/src/user.ts': new Uint8Array(1) });

    expect(await archive(Uint8Array.from(bytes))).toEqual({
      kind: 'refused',
      reason: { kind: 'ambiguous', names: ['b/src/user.ts'] },
    });
  });

  it('is refused if it is too large or has too many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, place) => [`n/${place}`, '']));

    expect(await zipped(many)).toEqual({ kind: 'refused', reason: { kind: 'too-large' } });
    expect(await archive(new Uint8Array(limits.archiveBytes + 1))).toEqual({
      kind: 'refused',
      reason: { kind: 'too-large' },
    });
  });

  it('that claims to have four billion entries is not searched for them', async () => {
    const bytes = writeArchive('p', { 'src/user.ts': 'mine' });
    const end = bytes.length - 22;
    const record = new DataView(new ArrayBuffer(56 + 20));
    record.setUint32(0, 0x06064b50, true);
    record.setUint32(32, 0xffffffff, true);
    record.setUint32(56, 0x07064b50, true);
    record.setUint32(56 + 8, end, true);
    const forged = [...bytes.slice(0, end), ...new Uint8Array(record.buffer), ...bytes.slice(end)];

    expect(await archive(new Uint8Array(forged))).toEqual({ kind: 'refused', reason: { kind: 'too-large' } });
  });

  it('with an entry that holds more than it claims is unpacked to the claim, or refused', async () => {
    const claiming = (claimed: number, held: number) => {
      const bytes = writeArchive('p', { 'src/user.ts': ' '.repeat(held) });
      // Where the directory at the end says how long the entry is.
      const directory = bytes.length - 22 - 46 - 'p/src/user.ts'.length;
      new DataView(bytes.buffer).setUint32(directory + 24, claimed, true);
      return bytes;
    };

    expect(await archive(claiming(10, 100_000))).toEqual({
      kind: 'proposed',
      files: { './user.ts': ' '.repeat(10) },
    });
    expect(await archive(claiming(10, 5_000_000))).toEqual({ kind: 'refused', reason: { kind: 'broken' } });
  });

  it('that is damaged or rubbish never breaks the reader', async () => {
    const sound = writeArchive('p', {
      'src/user.ts': 'export class User {}',
      'package.json': packageJson('x/y'),
    });
    let seed = 7;
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = sound.slice(0, round % 5 === 0 ? Math.floor(chance() * sound.length) : undefined);
      for (let change = 0; change < 3; change += 1)
        bytes[Math.floor(chance() * bytes.length)] = chance() * 256;
      expect(['proposed', 'refused']).toContain((await archive(bytes)).kind);
    }
    expect(await archive(new Uint8Array())).toEqual({ kind: 'refused', reason: { kind: 'broken' } });
  });
});
