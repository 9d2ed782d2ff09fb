import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserArguments, findBrowser } from '../scripts/find-browser.ts';
import type { Engine } from './case.ts';

export type RunningBrowser = { close(): Promise<void> };

export function engineNamed(name: string): Engine {
  if (name === 'chromium' || name === 'firefox' || name === 'webkit') return name;
  throw new Error(`There is no engine ${name}: chromium, firefox or webkit.`);
}

/** Starts a browser of that engine, with an empty profile, on the address. Throws with what to install. */
export async function startBrowser(engine: Engine, address: string): Promise<RunningBrowser> {
  const profile = mkdtempSync(join(tmpdir(), `acceptance-${engine}-`));
  const { program, args, env } = await commandLine(engine, profile, address);
  // A group of its own, so that a browser's many processes can be ended by one signal.
  const child = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, ...env },
  });
  const started = await new Promise<Error | undefined>((resolve) => {
    child.once('spawn', () => resolve(undefined));
    child.once('error', resolve);
  });
  if (started) throw new Error(`${engine} did not start: ${started.message}. ${install[engine]}`);
  return {
    async close() {
      await end(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

type CommandLine = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

async function commandLine(engine: Engine, profile: string, address: string): Promise<CommandLine> {
  switch (engine) {
    case 'chromium':
      return {
        program: await findBrowser(),
        args: ['--headless=new', ...browserArguments, `--user-data-dir=${profile}`, address],
      };
    case 'firefox':
      return { program: 'firefox-esr', args: ['--headless', '--no-remote', '--profile', profile, address] };
    case 'webkit':
      return {
        program: 'xvfb-run',
        args: ['-a', miniBrowser(), address],
        env: {
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
          LIBGL_ALWAYS_SOFTWARE: '1',
          WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        },
      };
  }
}

function miniBrowser(): string {
  const found = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((triplet) => `/usr/lib/${triplet}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  if (!found) throw new Error(`webkit did not start: there is no MiniBrowser. ${install.webkit}`);
  return found;
}

const install: Readonly<Record<Engine, string>> = {
  chromium: 'Install Chromium or set CHROMIUM_PATH.',
  firefox: 'On Debian: apt-get install -y firefox-esr',
  webkit: 'On Debian: apt-get install -y webkit2gtk-driver xvfb',
};

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return;
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3_000))]);
    if (child.exitCode !== null || child.signalCode !== null) break;
  }
}
