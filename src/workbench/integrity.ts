/** A file of the site as the build made it. */
export type BuiltFile = {
  readonly url: string;
  readonly bytes: number;
  /** Of a file that is shipped gzipped, because a host may hand it over unpacked. */
  readonly unpackedBytes?: number;
  /**
   * As in HTML: `sha256-…`, or several with spaces between them, of which one has to fit. The second one is that of
   * the unpacked file.
   */
  readonly integrity: string;
};

/**
 * Whether what came is the file that the build made. A page that is no secure context, such as one from
 * `http://192.168.0.7`, has nothing to hash with; there the lengths are compared.
 */
export async function isIntact(came: Blob, file: BuiltFile): Promise<boolean> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return came.size === file.bytes || came.size === file.unpackedBytes;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await came.arrayBuffer()));
  return file.integrity.split(' ').includes(`sha256-${btoa(String.fromCharCode(...digest))}`);
}
