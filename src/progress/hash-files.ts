/**
 * A name for the contents of files by path, the same in every browser: 53 bits, as 11 characters of base 36 at most.
 * It tells versions of a starter apart and protects from nothing. `crypto.subtle` is missing where a site is served
 * without TLS.
 */
export function hashFiles(files: Readonly<Record<string, string>>): string {
  const paths = Object.keys(files).toSorted();
  return cyrb53(JSON.stringify(paths.map((path) => [path, files[path]]))).toString(36);
}

/** cyrb53 by bryc, public domain: two 32-bit lanes, multiplied and mixed. */
function cyrb53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
