import { readArchive } from './archive.ts';
import { limits } from './limits.ts';
import { refused, textOf, type Proposal, type Recipient } from './proposal.ts';

/** Reads what the learner chose on the own computer: one zip archive, or files by their names. Never rejects. */
export async function readChosenFiles(chosen: readonly File[], recipient: Recipient): Promise<Proposal> {
  try {
    const [first] = chosen;
    if (first && chosen.length === 1 && /\.zip$/i.test(first.name)) {
      if (first.size > limits.archiveBytes) return refused({ kind: 'too-large' });
      return readArchive(new Uint8Array(await first.arrayBuffer()), recipient);
    }
    return await readTexts(chosen, recipient);
  } catch {
    // The file was taken away, or the browser may not read it.
    return refused({ kind: 'broken' });
  }
}

async function readTexts(chosen: readonly File[], recipient: Recipient): Promise<Proposal> {
  if (chosen.reduce((sum, { size }) => sum + size, 0) > limits.codeBytes)
    return refused({ kind: 'too-large' });
  const named = (paths: readonly string[], name: string) =>
    paths.filter((path) => path.slice(path.lastIndexOf('/') + 1) === name);
  const placed = chosen.map((file) => ({ file, paths: named(recipient.editable, file.name) }));
  const homeless = placed.filter(({ paths }) => paths.length === 0).map(({ file }) => file.name);
  const given = homeless.filter((name) => named(recipient.given, name).length > 0);
  if (given.length > 0) return refused({ kind: 'given-files', names: given });
  if (homeless.length > 0) return refused({ kind: 'unknown-files', names: homeless });
  const ambiguous = placed.filter(
    ({ file, paths }) => paths.length > 1 || chosen.filter(({ name }) => name === file.name).length > 1,
  );
  if (ambiguous.length > 0) {
    return refused({ kind: 'ambiguous', names: [...new Set(ambiguous.map(({ file }) => file.name))] });
  }
  const texts = await Promise.all(
    placed.map(async ({ file, paths }) => ({
      name: file.name,
      path: paths[0]!,
      text: textOf(new Uint8Array(await file.arrayBuffer())),
    })),
  );
  const unread = texts.filter(({ text }) => text === undefined).map(({ name }) => name);
  if (unread.length > 0) return refused({ kind: 'not-text', names: unread });
  return { kind: 'proposed', files: Object.fromEntries(texts.map(({ path, text }) => [path, text!])) };
}
