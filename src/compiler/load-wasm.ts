/**
 * Downloads and compiles a WebAssembly module that is shipped gzipped, because some static hosts do not compress
 * `.wasm`. A host that serves the file with `Content-Encoding: gzip` hands it over unpacked; both are accepted.
 * Rejects when the download breaks or is not WebAssembly.
 */
export async function loadWasm(
  url: string,
  onProgress?: (loaded: number, total: number | undefined) => void,
): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const bytes = await readAll(response, onProgress);
  return WebAssembly.compile(isGzip(bytes) ? await unpack(bytes) : bytes);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

async function readAll(
  response: Response,
  onProgress: ((loaded: number, total: number | undefined) => void) | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 && !response.headers.has('content-encoding') ? length : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (const reader = response.body!.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    onProgress?.(loaded, total);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
