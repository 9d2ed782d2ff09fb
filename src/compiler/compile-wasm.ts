/**
 * Compiles a WebAssembly module that is shipped gzipped, because some static hosts do not compress `.wasm`. A host that
 * serves the file with `Content-Encoding: gzip` hands it over unpacked; both are accepted. Rejects when it is not
 * WebAssembly.
 */
export async function compileWasm(file: Blob): Promise<WebAssembly.Module> {
  const begin = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = begin[0] === 0x1f && begin[1] === 0x8b;
  const stream = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(stream, { headers }));
}
