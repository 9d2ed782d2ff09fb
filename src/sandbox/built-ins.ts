/** What the language, and the browser around it, brings along. */

/** The names of the built-ins in the global scope. Not all exist in every engine. */
export const builtInNames = (
  'Object Function Array Boolean Number BigInt String Symbol Date RegExp Promise Proxy Reflect Math JSON Intl Atomics ' +
  'Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError ' +
  'Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator DisposableStack AsyncDisposableStack ' +
  'ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array ' +
  'Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array Temporal WebAssembly ' +
  'parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval ' +
  'structuredClone'
).split(' ');

/** What belongs to the browser and runs inside the harness as well; tests may replace the names themselves. */
export const webNames = (
  'URL URLSearchParams EventTarget Event ErrorEvent MessageEvent PromiseRejectionEvent MessagePort MessageChannel ' +
  'AbortController AbortSignal DOMException TextEncoder TextDecoder Blob'
).split(' ');

export type NamedBuiltIn = { readonly name: string; readonly value: object };

/** Built-ins that have no name in the global scope. */
export function unnamedBuiltIns(): NamedBuiltIn[] {
  const prototypeOf = (value: unknown) => Object.getPrototypeOf(value) as object;
  const values: readonly (readonly [string, object])[] = [
    ['GeneratorFunction.prototype', prototypeOf(function* () {})],
    ['AsyncFunction.prototype', prototypeOf(async () => {})],
    ['AsyncGeneratorFunction.prototype', prototypeOf(async function* () {})],
    ['ArrayIterator.prototype', prototypeOf([][Symbol.iterator]())],
    ['StringIterator.prototype', prototypeOf(''[Symbol.iterator]())],
    ['MapIterator.prototype', prototypeOf(new Map()[Symbol.iterator]())],
    ['SetIterator.prototype', prototypeOf(new Set()[Symbol.iterator]())],
    ['RegExpStringIterator.prototype', prototypeOf(''.matchAll(/./g))],
    ['Segments.prototype', prototypeOf(new Intl.Segmenter().segment(''))],
    ['SegmentIterator.prototype', prototypeOf(new Intl.Segmenter().segment('')[Symbol.iterator]())],
    ...iteratorHelpers().map((helper) => ['IteratorHelper.prototype', prototypeOf(helper)] as const),
  ];
  return values.map(([name, value]) => ({ name, value }));
}

/** What `values.map(…)` and `Iterator.from` return, in engines that have them. */
function iteratorHelpers(): object[] {
  type Helper = { map(change: (value: unknown) => unknown): object };
  const { Iterator: iterators } = globalThis as { Iterator?: { from?(from: object): Helper } };
  const wrapped = iterators?.from?.({ next: () => ({ done: true }) });
  return wrapped ? [wrapped, wrapped.map(String)] : [];
}
