import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

/**
 * The browser for tests and benchmarks: CHROMIUM_PATH, else an installed Chrome or Chromium, else the one that the
 * npm package @sparticuz/chromium brings (Linux only). Throws with what to do.
 */
export async function findBrowser(): Promise<string> {
  const told = process.env['CHROMIUM_PATH'];
  if (told) {
    if (isExecutable(told)) return told;
    throw new Error(`CHROMIUM_PATH is ${told}, but that is no program. Correct it or unset it.`);
  }
  const installed = [...onPath(), ...usualPlaces].find(isExecutable);
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath();
  throw new Error(
    'No Chrome or Chromium was found. Install one, or set CHROMIUM_PATH to its program, and run the command again.',
  );
}

/** How the browser is started: it also runs as root and where there is no network beyond this machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // Chromium asks its maker about each form of a page; here it asks a port on which nobody listens.
  '--autofill-server-url=http://localhost:9/',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const onPath = (): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
