import type { Sources } from '../editor/editor.ts';
import { pageAddress } from '../site-address.ts';

/** The links of `@see [words](../address/)` in docstrings, made absolute: Monaco opens no others. */
export function withAbsoluteLinks(sources: Sources, seenFrom: URL): Sources {
  const texts = Object.entries(sources).map(([path, text]) => [
    path,
    text.replace(
      relativeSee,
      (_, before: string, address: string) => before + pageAddress(new URL(address, seenFrom).href),
    ),
  ]);
  return Object.fromEntries(texts) as Sources;
}

const relativeSee = /(@see \[[^\]]*\]\()(\.\.\/[^)]*)/g;
