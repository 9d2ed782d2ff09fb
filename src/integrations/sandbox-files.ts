import { bundleScript } from '../compiler/bundle-script.ts';
import type { SandboxFiles } from '../sandbox/run-in-browser.ts';
import { encloseHarness } from './enclose-harness.ts';
import { inlineHash } from './inline-hash.ts';
import { libraryPatches } from './library-patches.ts';

/** The sandbox's frame and worker script as texts, bundled once per process. */
export const sandboxFiles = once(async (): Promise<SandboxFiles> => {
  const [frame, harness] = await Promise.all([
    frameScript(),
    harnessScript('src/sandbox/harness.ts', 'browser'),
  ]);
  return { frame: frameDocument(frame), harness };
});

/** The one script of the frame, which the policies of the frame and of its page allow by hash. */
export const frameScript = once(() => bundleScript('src/sandbox/frame.ts', 'browser'));

/** The worker script for checks in Node. */
export const nodeHarness = once(() => harnessScript('src/sandbox/harness-node.ts', 'node'));

const harnessScript = async (entry: string, platform: 'browser' | 'node'): Promise<string> =>
  encloseHarness(await bundleScript(entry, platform, { patches: libraryPatches }), platform);

/**
 * The frame's document. Its policy allows its one script by hash, workers and scripts that it makes itself
 * (`blob:`), and nothing else: no network, no navigation target, no eval. Workers inherit the policy.
 */
function frameDocument(script: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${inlineHash(script)} blob:`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>Sandbox</title></head><body><script>${script}</script></body></html>`,
  ].join('');
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
