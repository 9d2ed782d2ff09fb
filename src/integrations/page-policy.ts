import { inlineHash } from './inline-hash.ts';

/**
 * What a page does beyond reading, told by `data-policy` on one of its elements: `sandbox` compiles and runs code,
 * `workbench` also opens Monaco. `launch` shows the other pages in a frame.
 */
type Kind = 'reading' | 'sandbox' | 'workbench' | 'launch';

/** `html` with a policy for exactly what stands in it; `frame` is the hash of the sandbox's script. `page` names the file. */
export function withPolicy(html: string, frame: string, page: string): string {
  const charset = /<meta charset="?utf-8"?\s*\/?>/i.exec(html);
  if (!charset) {
    throw new Error(
      `${page}: there is no <meta charset="utf-8">, after which the policy would stand. Add it as the first element of <head>.`,
    );
  }
  const parts = partsOf(html);
  const end = charset.index + charset[0].length;
  const loose = parts.scriptBefore(end);
  if (loose)
    throw new Error(`${page}: a script stands before the policy. Move it below <meta charset="utf-8">.`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(parts, frame)}">`;
  return html.slice(0, end) + meta + html.slice(end);
}

type Parts = {
  readonly kind: Kind;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  scriptBefore(place: number): boolean;
};

function policyOf({ kind, scripts, styles }: Parts, frame: string): string {
  const runsCode = kind === 'sandbox' || kind === 'workbench';
  // A srcdoc frame and its workers have the page's policy beside their own, so what the sandbox needs is allowed here
  // too: its script, and scripts and workers that it makes itself. Its own policy allows none of the rest.
  const forSandbox = runsCode ? [frame, 'blob:'] : [];
  // Monaco writes <style> elements while it runs. A hash beside 'unsafe-inline' would switch it off.
  const styleElements = kind === 'workbench' ? ["'unsafe-inline'"] : hashes(styles);
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // WebAssembly: Pagefind's search, and the compiler.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...hashes(scripts), ...forSandbox],
    'style-src': ["'self'", ...styleElements],
    // Expressive Code colours each token by its own attribute, some thousand in a lesson. An attribute styles its one
    // element: without selectors and without loading anything it gives nothing away.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'", ...(runsCode ? ['blob:'] : [])],
    'manifest-src': ["'self'"],
    // A srcdoc frame loads no address, so this does not concern the sandbox, but keeps it from going elsewhere.
    'frame-src': [kind === 'launch' ? "'self'" : "'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const hashes = (texts: readonly string[]): string[] => [...new Set(texts)].map(inlineHash);

/** Each comment, tag, and element whose content is text; attributes may hold any of them between their quotes. */
const pieces =
  /<!--[^]*?-->|<(?<name>script|style|textarea|title)(?<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>(?<text>[^]*?)<\/\k<name>\s*>|<[a-z](?<others>(?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

function partsOf(html: string): Parts {
  const found = [...html.matchAll(pieces)].map(({ index, groups }): Piece => ({ index, ...groups }));
  const scripts = found.filter(({ name }) => name?.toLowerCase() === 'script');
  const styles = found.filter(({ name }) => name?.toLowerCase() === 'style');
  const kinds = found.map(
    ({ others }) => / data-policy="(sandbox|workbench|launch)"/.exec(others ?? '')?.[1],
  );
  return {
    kind: (['workbench', 'sandbox', 'launch'] as const).find((kind) => kinds.includes(kind)) ?? 'reading',
    scripts: scripts.filter(isInline).map(({ text = '' }) => text),
    styles: styles.map(({ text = '' }) => text),
    scriptBefore: (place) => scripts.some(({ index }) => index < place),
  };
}

type Piece = {
  readonly index: number;
  readonly name?: string;
  readonly attributes?: string;
  readonly text?: string;
  readonly others?: string;
};

/** Runs, and from the page itself; data in a script element does not. */
const isInline = ({ attributes = '' }: Piece): boolean =>
  !/\ssrc\s*=/.test(attributes) &&
  !/\stype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/plain)/.test(attributes);
