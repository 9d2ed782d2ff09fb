import { limits } from './limits.ts';
import { isText, refused, textOf, type Proposal, type Recipient, type Sources } from './proposal.ts';

/**
 * The data of a link to code: what stands in the page's address behind `#code=`, which no browser sends to a server.
 *
 *     1.aggregates-change-password.eJyrVkrLzEktVrJSqk7LzElVslJQKi1O…
 *
 * The format's version; the exercise, as in the anchor of its section; base64url of the zlib stream of
 *
 *     { "exercise": "aggregates/change-password", "files": { "./user.ts": "…" } }
 *
 * with every editable file. zlib's checksum tells a link that was cut off or changed on its way.
 */
export const linkPrefix = '#code=';

const version = '1';

/** The data of a link to these files; nothing if it would be too long to be read again. */
export async function writeCodeLink(exercise: string, files: Sources): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify({ exercise, files }));
  if (bytes.length > limits.codeBytes) return undefined;
  const packed = await readAll(
    stream(bytes).pipeThrough(new CompressionStream('deflate')),
    bytes.length + 1024,
  );
  const data = packed && [version, exercise.replaceAll('/', '-'), base64url(packed)].join('.');
  return data && data.length <= limits.linkCharacters ? data : undefined;
}

/** Reads the data of a link as somebody's proposal for the exercise. Whatever it holds, this never rejects. */
export async function readCodeLink(data: string, recipient: Recipient): Promise<Proposal> {
  if (data.length > limits.linkCharacters) return refused({ kind: 'too-large' });
  const [written, , packed] = /^(\d+)\.([^.]*)\.([\w-]+)$/.exec(data)?.slice(1) ?? [];
  if (written !== undefined && written !== version) return refused({ kind: 'version' });
  const compressed = packed === undefined ? undefined : bytesOf(packed);
  if (!compressed) return refused({ kind: 'broken' });
  const unpacked = await inflate(compressed);
  if (unpacked === 'too-large' || unpacked === 'broken') return refused({ kind: unpacked });
  const content = contentOf(textOf(unpacked));
  return content ? proposalOf(content, recipient) : refused({ kind: 'broken' });
}

type Content = { readonly exercise: string; readonly files: Sources };

function proposalOf({ exercise, files }: Content, recipient: Recipient): Proposal {
  if (exercise !== recipient.exercise) return refused({ kind: 'other-exercise' });
  const paths = Object.keys(files);
  const given = paths.filter((path) => recipient.given.includes(path));
  if (given.length > 0) return refused({ kind: 'given-files', names: given });
  const unknown = paths.filter((path) => !recipient.editable.includes(path));
  if (unknown.length > 0) return refused({ kind: 'unknown-files', names: unknown });
  const unread = paths.filter((path) => !isText(files[path]!));
  if (unread.length > 0) return refused({ kind: 'not-text', names: unread });
  return { kind: 'proposed', files };
}

/** The content if the text is the JSON of one, and nothing else is in it. */
function contentOf(text: string | undefined): Content | undefined {
  if (text === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    if (!isRecord(content) || typeof content['exercise'] !== 'string') return undefined;
    const { exercise, files } = content;
    if (!isRecord(files) || Object.keys(files).length === 0) return undefined;
    const texts = Object.entries(files).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    if (texts.length < Object.keys(files).length) return undefined;
    return { exercise, files: Object.fromEntries(texts) };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Unpacks at most as much as a proposal may have; what would be more is not unpacked to its end. */
async function inflate(compressed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | 'too-large' | 'broken'> {
  try {
    const unpacked = stream(compressed).pipeThrough(new DecompressionStream('deflate'));
    return (await readAll(unpacked, limits.codeBytes)) ?? 'too-large';
  } catch {
    return 'broken';
  }
}

/** All bytes of the stream; nothing if they are more than `most`. */
async function readAll(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array | undefined> {
  const reader = bytes.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** In small pieces: a stream may unpack a piece as a whole before it hands anything on. */
function stream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieceBytes = 1024;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += pieceBytes)));
    },
  });
}

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
