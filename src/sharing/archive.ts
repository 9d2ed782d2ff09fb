import { unzipSync, zipSync } from 'fflate';
import { limits } from './limits.ts';
import { refused, textOf, type Proposal, type Recipient, type Sources } from './proposal.ts';

/** A zip archive of text files, all in one folder. */
export function writeArchive(folder: string, files: Sources): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([path, text]) => [`${folder}/${path}`, new TextEncoder().encode(text)] as const,
  );
  return Uint8Array.from(zipSync(Object.fromEntries(entries), { level: 9 }));
}

/**
 * Reads the learner's files out of a zip archive: a project that this site made, or files zipped by hand. Only entries
 * that stand where an editable file belongs are unpacked, and none beyond the limits; the rest is never read, and no
 * name in it is a path to anywhere. Whatever the bytes are, this never throws.
 */
export function readArchive(bytes: Uint8Array, recipient: Recipient): Proposal {
  if (bytes.length > limits.archiveBytes) return refused({ kind: 'too-large' });
  try {
    return proposalOf(bytes, recipient);
  } catch (error) {
    return refused({ kind: error instanceof TooLarge ? 'too-large' : 'broken' });
  }
}

class TooLarge extends Error {}

function proposalOf(bytes: Uint8Array, recipient: Recipient): Proposal {
  const names = namesIn(bytes);
  const placed = placesIn(names, recipient);
  const twice = placed.filter(
    ({ path }, index) => placed.findIndex((other) => other.path === path) !== index,
  );
  if (twice.length > 0) return refused({ kind: 'ambiguous', names: twice.map(({ name }) => name) });
  const packageName = names.find((name) => /^([^/]+\/)?package\.json$/.test(name));
  const unpacked = unpack(bytes, [...placed.map(({ name }) => name), packageName ?? '']);
  const owner = exerciseOf(unpacked.get(packageName ?? ''));
  if (owner !== undefined && owner !== recipient.exercise) return refused({ kind: 'other-exercise' });
  if (placed.length === 0) return refused({ kind: 'unknown-files', names: [] });
  const texts = placed.map(
    ({ path, name }) => [path, textOf(unpacked.get(name) ?? new Uint8Array())] as const,
  );
  const unread = texts.flatMap(([path, text]) => (text === undefined ? [path] : []));
  if (unread.length > 0) return refused({ kind: 'not-text', names: unread });
  return { kind: 'proposed', files: Object.fromEntries(texts) as Sources };
}

type Place = { readonly name: string; readonly path: string };

/**
 * The entries that stand where an editable file belongs: in `src/`, which may be in one folder, or, where nothing is
 * in `src/`, at the top.
 */
function placesIn(names: readonly string[], { editable }: Recipient): Place[] {
  const placesOf = (name: string, pattern: RegExp): Place[] => {
    const place = pattern.exec(name)?.[1];
    const path = editable.find((each) => each === `./${place}`);
    return path === undefined ? [] : [{ name, path }];
  };
  const inProject = names.flatMap((name) => placesOf(name, /^(?:(?!__MACOSX\/)[^/]+\/)?src\/(.+)$/));
  return inProject.length > 0 ? inProject : names.flatMap((name) => placesOf(name, /^(.+)$/));
}

function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter({ name }) {
      names.push(name);
      if (names.length > limits.archiveEntries) throw new TooLarge();
      return false;
    },
  });
  return names;
}

function unpack(bytes: Uint8Array, wanted: readonly string[]): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  const unpacked = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (!wanted.includes(name)) return false;
      // fflate unpacks into as many bytes as the entry claims to have. Packed ones far beyond that are a bomb's.
      if (size > originalSize + 1024) throw new Error('The entry holds more than it claims.');
      total += originalSize;
      if (total > limits.codeBytes) throw new TooLarge();
      return true;
    },
  });
  return new Map(Object.entries(unpacked));
}

/** The exercise that a package.json of this site's names. */
function exerciseOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    const content = JSON.parse(textOf(bytes) ?? '') as {
      readonly pastTense?: { readonly exercise?: unknown };
    } | null;
    const exercise = content?.pastTense?.exercise;
    return typeof exercise === 'string' ? exercise : undefined;
  } catch {
    return undefined;
  }
}
