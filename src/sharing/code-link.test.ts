import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCodeLink, writeCodeLink } from './code-link.ts';
import { limits } from './limits.ts';

const recipient = {
  exercise: 'aggregates/change-password',
  editable: ['./user.ts', './domain/menu.ts'],
  given: ['./events.ts'],
};
const head = '1.aggregates-change-password.';

/** A link with this content, as somebody could make it by hand. */
const linkTo = (content: unknown): string =>
  head + deflateSync(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64url');

const withFiles = (files: unknown) => linkTo({ exercise: recipient.exercise, files });

describe('a link to code', () => {
  it.each([
    ['ASCII', { './user.ts': 'export class User {}\n' }],
    ['Korean and emoji', { './user.ts': "// 비밀번호 변경 🔑\nexport const name = '하루';\n" }],
    ['several files, one empty', { './user.ts': '', './domain/menu.ts': 'export {};\r\n' }],
    ['names that objects have of their own', { './user.ts': '__proto__ constructor toString' }],
  ])('carries %s and gives it back', async (_, files) => {
    const link = await writeCodeLink(recipient.exercise, files);

    expect(link).toMatch(/^1\.aggregates-change-password\.[\w-]+$/);
    expect(await readCodeLink(link!, recipient)).toEqual({ kind: 'proposed', files });
  });

  it('is not made of code that could not be read again', async () => {
    const noise = Array.from({ length: 60_000 }, (_, place) => ((place * 7919) % 104729).toString(36)).join(
      ' ',
    );

    expect(await writeCodeLink(recipient.exercise, { './user.ts': noise })).toBeUndefined();
    expect(
      await writeCodeLink(recipient.exercise, { './user.ts': ' '.repeat(limits.codeBytes) }),
    ).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no data', head],
    ['text of another kind', 'exercise-aggregates-change-password'],
    ['what is no base64', `${head}%%%`],
    ['base64 that nobody can decode', `${head}A`],
    ['base64 of no zlib stream', `${head}AAAAAAAA`],
    ['JSON of something else', linkTo('[1, 2]')],
    ['no JSON', linkTo('{')],
    ['JSON null', linkTo('null')],
    ['no exercise', linkTo({ files: { './user.ts': '' } })],
    ['no files', withFiles({})],
    ['a list of files', withFiles(['./user.ts'])],
    ['a file that is no text', withFiles({ './user.ts': 1 })],
    ['bytes that are no UTF-8', head + deflateSync(Buffer.from([0xff, 0xfe, 0x00])).toString('base64url')],
  ])('is refused as broken if it holds %s', async (_, data) => {
    expect(await readCodeLink(data, recipient)).toEqual({ kind: 'refused', reason: { kind: 'broken' } });
  });

  it('is refused as broken at whatever character it was cut off or changed', async () => {
    const link = (await writeCodeLink(recipient.exercise, { './user.ts': 'export class User {}' }))!;
    const broken = { kind: 'refused', reason: { kind: 'broken' } };
    for (let at = head.length; at < link.length - 1; at += 1) {
      const other = link[at] === 'x' ? 'y' : 'x';
      expect(await readCodeLink(link.slice(0, at), recipient)).toEqual(broken);
      expect(await readCodeLink(link.slice(0, at) + other + link.slice(at + 1), recipient)).toEqual(broken);
    }
  });

  it('is refused if it comes from another version', async () => {
    const link = (await writeCodeLink(recipient.exercise, { './user.ts': '' }))!;

    expect(await readCodeLink(link.replace(/^1/, '2'), recipient)).toEqual({
      kind: 'refused',
      reason: { kind: 'version' },
    });
  });

  it('is refused if it belongs to another exercise, whatever its outside says', async () => {
    const link = linkTo({ exercise: 'events/dispatcher', files: { './user.ts': '' } });

    expect(await readCodeLink(link, recipient)).toEqual({
      kind: 'refused',
      reason: { kind: 'other-exercise' },
    });
  });

  it.each([
    ['./events.ts', 'given-files'],
    ['./user.test.ts', 'unknown-files'],
    ['../user.ts', 'unknown-files'],
    ['past-tense/index.ts', 'unknown-files'],
    ['constructor', 'unknown-files'],
    ['__proto__', 'unknown-files'],
  ])('is refused if it brings %s', async (path, kind) => {
    const link = linkTo(
      `{"exercise":"${recipient.exercise}","files":{"./user.ts":"",${JSON.stringify(path)}:"export {};"}}`,
    );

    expect(await readCodeLink(link, recipient)).toEqual({ kind: 'refused', reason: { kind, names: [path] } });
  });

  it('is refused if it is too long, or unpacks to too much', async () => {
    const tooLarge = { kind: 'refused', reason: { kind: 'too-large' } };
    const bomb = linkTo(' '.repeat(20_000_000));

    expect(bomb.length).toBeLessThan(limits.linkCharacters);
    expect(await readCodeLink(bomb, recipient)).toEqual(tooLarge);
    expect(await readCodeLink(head + 'A'.repeat(limits.linkCharacters), recipient)).toEqual(tooLarge);
  });

  it('says broken to rubbish of any kind, and never rejects', async () => {
    let seed = 1;
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 300; round += 1) {
      const bytes = Buffer.from(Array.from({ length: Math.floor(chance() * 200) }, () => chance() * 256));
      // Half of it begins as a zlib stream does.
      if (round % 2 === 0) bytes.set([0x78, 0x9c].slice(0, bytes.length));
      const data = round % 3 === 0 ? bytes.toString('latin1') : head + bytes.toString('base64url');
      expect(await readCodeLink(data, recipient)).toMatchObject({ kind: 'refused' });
    }
  });
});
