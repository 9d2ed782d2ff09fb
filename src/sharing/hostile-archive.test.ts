import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readArchive } from './archive.ts';
import { limits } from './limits.ts';

// Z in docs/corpus.md: what somebody can pack into a zip.
const recipient = {
  exercise: 'aggregates/change-password',
  editable: ['./user.ts', './domain/menu.ts', './__proto__.ts'],
  given: ['./events.ts'],
};
const read = (bytes: Uint8Array) => readArchive(Uint8Array.from(bytes), recipient);
const text = (content: string) => new TextEncoder().encode(content);
const refusal = (kind: string, names?: readonly string[]) => ({
  kind: 'refused',
  reason: names ? { kind, names } : { kind },
});
const proposed = (files: Readonly<Record<string, string>>) => ({ kind: 'proposed', files });

type Entry = {
  readonly name: string;
  readonly content: string;
  /** What the entry says of itself, in place of the truth. */
  readonly claims?: { readonly method?: number; readonly packed?: number; readonly unpacked?: number };
};

/** A zip of entries as they are, stored without compression: names may repeat, and entries may lie. */
function zipOf(...entries: readonly Entry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, claims = {} } of entries) {
    const [nameBytes, body] = [text(name), text(content)];
    const fields = (view: DataView, from: number) => {
      view.setUint16(from, claims.method ?? 0, true);
      view.setUint32(from + 10, claims.packed ?? body.length, true);
      view.setUint32(from + 14, claims.unpacked ?? body.length, true);
      view.setUint16(from + 18, nameBytes.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    fields(local, 8);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(8, 0x800, true);
    fields(central, 10);
    central.setUint32(42, at, true);
    locals.push(new Uint8Array(local.buffer), nameBytes, body);
    directory.push(new Uint8Array(central.buffer), nameBytes);
    at += 30 + nameBytes.length + body.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return Buffer.concat([...locals, ...directory, new Uint8Array(end.buffer)]);
}

const user = { name: 'p/src/user.ts', content: 'mine' };

it('reads an archive that was packed by hand and tells the truth', () => {
  expect(read(zipOf(user, { name: 'p/src/domain/menu.ts', content: '// 하루' }))).toEqual(
    proposed({ './user.ts': 'mine', './domain/menu.ts': '// 하루' }),
  );
});

describe('of an archive no entry is read that stands elsewhere', () => {
  it.each([
    ['Z01 above it', '../user.ts'],
    ['Z02 above it, by a way around', 'p/src/../src/user.ts'],
    ['Z03 at the root', '/src/user.ts'],
    ['Z04 on a drive', 'C:\\src\\user.ts'],
    ['Z05 behind backslashes', 'p\\src\\user.ts'],
    ['Z06 in a folder too deep', 'a/b/src/user.ts'],
    ['Z07 with NUL in its name', 'p/src/user.ts\0'],
    ['Z08 with an invisible character', 'p/src/user\u200b.ts'],
    ['Z09 of another case', 'p/src/USER.TS'],
    ['Z10 as a folder', 'p/src/user.ts/'],
    ['Z11 among given files', 'p/src/events.ts'],
    ['Z12 among hidden tests', 'p/hidden/user.test.ts'],
    ['Z13 with a name of 60,000 characters', `p/src/${'x'.repeat(60_000)}`],
    ['Z14 without a name', ''],
    ['Z15 as `__proto__`', '__proto__'],
  ])('%s', (_case, name) => {
    const other = { name, content: 'stolen()' };

    expect(read(zipOf(other))).toEqual(refusal('unknown-files', []));
    expect(read(zipOf(other, user, other))).toEqual(proposed({ './user.ts': 'mine' }));
  });
});

it('Z16 two entries of one name are refused, whichever reader would take which', () => {
  expect(read(zipOf(user, { ...user, content: 'other' }))).toEqual(refusal('ambiguous', ['p/src/user.ts']));
});

it('Z17 a file that is called `__proto__.ts` is a file like others', () => {
  expect(read(zipOf({ name: 'src/__proto__.ts', content: 'export {};' }))).toStrictEqual(
    proposed({ './__proto__.ts': 'export {};' }),
  );
});

it.each([
  ['Z18 encrypted or packed in a way that nobody knows', { method: 99 }, 'broken'],
  ['Z19 stored, and longer than the archive', { packed: 0xfffffff0, unpacked: 4 }, 'broken'],
  ['Z20 stored, and said to be tiny', { unpacked: 4 }, 'broken'],
  ['Z21 said to be of four gigabytes', { unpacked: 0xfffffff0 }, 'too-large'],
] as const)('an entry that is %s is refused', (_case, claims, kind) => {
  expect(read(zipOf({ name: 'src/user.ts', content: 'x'.repeat(5_000), claims }))).toEqual(refusal(kind));
});

it('Z22 a bomb in an entry that nobody asked for is not unpacked', () => {
  const bomb = zipSync({
    'node_modules/bomb': [new Uint8Array(200_000_000), { level: 9 }],
    'src/user.ts': text('mine'),
  });

  expect(bomb.length).toBeLessThan(limits.archiveBytes);
  expect(read(bomb)).toEqual(proposed({ './user.ts': 'mine' }));
});

it('Z23 a bomb in an entry that is asked for is refused before it is unpacked', () => {
  expect(read(zipSync({ 'src/user.ts': [new Uint8Array(200_000_000), { level: 9 }] }))).toEqual(
    refusal('too-large'),
  );
});

it('Z24 files that are too much together are refused, though none is alone', () => {
  const half = ' '.repeat(limits.codeBytes / 2 + 1);

  expect(read(zipSync({ 'src/user.ts': text(half), 'src/domain/menu.ts': text(half) }))).toEqual(
    refusal('too-large'),
  );
});

it('Z25 an archive within an archive is not opened', () => {
  expect(read(zipSync({ 'src/user.ts': zipSync({ 'src/user.ts': text('mine') }) }))).toEqual(
    refusal('not-text', ['./user.ts']),
  );
});

it.each([
  ['Z26 is no JSON', '{', proposed({ './user.ts': 'mine' })],
  ['Z27 names no text', '{"pastTense":{"exercise":{"toString":1}}}', proposed({ './user.ts': 'mine' })],
  [
    'Z28 hides in `__proto__`',
    '{"__proto__":{"pastTense":{"exercise":"a/b"}}}',
    proposed({ './user.ts': 'mine' }),
  ],
  ['Z29 names another exercise in markup', '{"pastTense":{"exercise":"<b>"}}', refusal('other-exercise')],
  ['Z30 is a list in the depth', '['.repeat(100_000), proposed({ './user.ts': 'mine' })],
])('a package.json that %s', (_case, content, answer) => {
  expect(read(zipOf(user, { name: 'p/package.json', content }))).toEqual(answer);
});

it('Z31 a directory that counts more entries than it has, or stands elsewhere, is refused', () => {
  const bytes = zipOf(user);
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 22);
  end.setUint16(8, 0xfffe, true);
  expect(read(bytes)).toEqual(refusal('too-large'));
  // At the file itself, at the archive's end, and beyond it.
  for (const place of [0, bytes.length, 0xfffffff0]) {
    end.setUint32(16, place, true);
    expect(read(bytes).kind).toBe('refused');
  }
});
