import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readCodeLink } from './code-link.ts';
import { limits } from './limits.ts';

// L in docs/corpus.md: what somebody can put behind `#code=`.
const recipient = {
  exercise: 'aggregates/change-password',
  editable: ['./user.ts', './__proto__.ts'],
  given: ['./events.ts'],
};
const head = '1.aggregates-change-password.';
const packed = (bytes: Buffer) => head + bytes.toString('base64url');
const linkTo = (json: string) => packed(deflateSync(json));
const withFiles = (files: string) => linkTo(`{"exercise":"${recipient.exercise}","files":${files}}`);
const sound = withFiles('{"./user.ts":"export {};"}');
const data = sound.slice(head.length);

it.each([
  ['I01 percent-encoded characters', sound.replaceAll('.', '%2E'), 'broken'],
  ['I02 percent-encoded data', `${head}${encodeURIComponent(`${data}+/=`)}`, 'broken'],
  ['I03 a percent sign alone', `${sound}%`, 'broken'],
  ['I04 a line break behind it', `${sound}\n`, 'broken'],
  ['I05 a second fragment', `${sound}#code=${sound}`, 'broken'],
  ['I06 letters that only look right', sound.replace('1.', '１.'), 'broken'],
  ['I07 a version that is no number', sound.replace('1.', '1e0.'), 'broken'],
  ['I08 a version with zeros before it', sound.replace('1.', '01.'), 'version'],
  ['I09 a version of any length', `${'9'.repeat(20_000)}.x.AAAA`, 'version'],
  ['I10 gzip', packed(gzipSync('{}')), 'broken'],
  ['I11 a stream without its checksum', packed(deflateRawSync('{}')), 'broken'],
  ['I12 bytes behind the stream', packed(Buffer.concat([deflateSync('{}'), Buffer.alloc(64)])), 'broken'],
  ['I13 a bomb of zeros', packed(deflateSync(Buffer.alloc(20_000_000))), 'too-large'],
  ['I14 a hundred thousand brackets', linkTo('['.repeat(100_000)), 'broken'],
  ['I15 nested objects', linkTo(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`), 'broken'],
  ['I16 files in a list', withFiles('[["./user.ts","x"]]'), 'broken'],
  ['I17 a file in pieces', withFiles('{"./user.ts":["x"]}'), 'broken'],
  ['I18 the exercise as a list', linkTo(`{"exercise":["${recipient.exercise}"],"files":{}}`), 'broken'],
  ['I19 files only by inheritance', linkTo(`{"exercise":"x","__proto__":{"files":{"a":""}}}`), 'broken'],
  ['I20 another exercise inside', linkTo('{"exercise":"a/b","files":{"./user.ts":""}}'), 'other-exercise'],
  [
    'I21 the exercise twice',
    linkTo(`{"exercise":"${recipient.exercise}","exercise":"a/b","files":{"x":""}}`),
    'other-exercise',
  ],
] as const)('%s', async (_case, link, kind) => {
  expect(await readCodeLink(link, recipient)).toEqual({ kind: 'refused', reason: { kind } });
});

it.each([
  ['I22 a given file', './events.ts', 'given-files'],
  ['I23 a given file by a way around', './x/../events.ts', 'unknown-files'],
  ['I24 a hidden test', './user.test.ts', 'unknown-files'],
  ['I25 a file of another case', './User.ts', 'unknown-files'],
  ['I26 a file with NUL in its name', './user.ts\0', 'unknown-files'],
  ['I27 a file with an invisible character', './user\u200b.ts', 'unknown-files'],
  ['I28 a file with a backslash', '.\\user.ts', 'unknown-files'],
  ['I29 an absolute file', '/user.ts', 'unknown-files'],
  ['I30 `__proto__`', '__proto__', 'unknown-files'],
  ['I31 a number, which stands before all others', '0', 'unknown-files'],
] as const)('%s beside a good one is refused, and nothing of it is taken', async (_case, path, kind) => {
  const link = withFiles(`{"./user.ts":"export {};",${JSON.stringify(path)}:"stolen()"}`);

  expect(await readCodeLink(link, recipient)).toEqual({ kind: 'refused', reason: { kind, names: [path] } });
});

it('I32 a file that is called `__proto__.ts` is a file like others', async () => {
  const proposal = await readCodeLink(withFiles('{"./__proto__.ts":"export {};"}'), recipient);

  expect(proposal).toStrictEqual({ kind: 'proposed', files: { './__proto__.ts': 'export {};' } });
});

it('I33 of two texts for a file the last is read, as JSON does, and only that is shown', async () => {
  const proposal = await readCodeLink(withFiles('{"./user.ts":"shown","./user.ts":"taken"}'), recipient);

  expect(proposal).toEqual({ kind: 'proposed', files: { './user.ts': 'taken' } });
});

it('I34 text is text: markup, directions and control characters arrive as they are', async () => {
  const text = '<img src=x onerror=alert(1)>\u202e\u001b[2J\u2028';
  const proposal = await readCodeLink(withFiles(JSON.stringify({ './user.ts': text })), recipient);

  expect(proposal).toEqual({ kind: 'proposed', files: { './user.ts': text } });
});

it.each([
  ['NUL', String.raw`a\u0000b`],
  ['half a character', String.raw`\ud800`],
])('I35 a file with %s, which no editor and no encoding holds, is refused', async (_case, text) => {
  expect(await readCodeLink(withFiles(`{"./user.ts":"${text}"}`), recipient)).toEqual({
    kind: 'refused',
    reason: { kind: 'not-text', names: ['./user.ts'] },
  });
});

it('I36 names of any number and length are handed on as they are, within the limit of the whole', async () => {
  const names = Array.from({ length: 500 }, (_, place) => `./${place}-${'x'.repeat(400)}.ts`);
  const files = JSON.stringify(Object.fromEntries(names.map((name) => [name, ''])));

  expect(files.length).toBeLessThan(limits.codeBytes);
  expect(await readCodeLink(withFiles(files), recipient)).toEqual({
    kind: 'refused',
    reason: { kind: 'unknown-files', names },
  });
});
