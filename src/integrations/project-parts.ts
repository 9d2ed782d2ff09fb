import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleModule } from '../compiler/bundle-script.ts';
import type { Sources } from '../compiler/build-options.ts';
import type { Locale } from '../i18n/locale.ts';
import { librarySources } from './library-sources.ts';
import { nodeHarness } from './sandbox-files.ts';

/**
 * What every downloaded project has in common, by path. `README.md` and `package.json` have places for what differs;
 * see workbench/project-files.ts, which fills them.
 */
export async function projectParts(root: string, locale: Locale): Promise<Sources> {
  const template = (name: string) => readFileSync(join(root, 'templates/project', name), 'utf8');
  judge ??= bundleModule('src/project/requirements.ts', ['vitest', 'typescript', 'esbuild']);
  return {
    'README.md': template(`README.${locale}.md`),
    'package.json': packageJson(root),
    'tsconfig.json': template('tsconfig.json'),
    'vitest.config.ts': template('vitest.config.ts'),
    '.gitignore': 'node_modules/\n',
    'hidden/requirements.test.js': await judge,
    'hidden/harness.js': await nodeHarness(),
    ...librarySources(root),
  };
}

let judge: Promise<string> | undefined;

/** The versions are those that the site was built with, Node's among them. */
function packageJson(root: string): string {
  const content = {
    name: '{name}',
    private: true,
    type: 'module',
    scripts: {
      test: 'vitest run hidden/',
      watch: 'vitest hidden/',
      own: 'vitest run src/ --passWithNoTests',
      types: 'tsc',
    },
    devDependencies: Object.fromEntries(packages.map((name) => [name, installedVersion(root, name)])),
    allowScripts: { node: true, esbuild: true },
    pastTense: { exercise: '{exercise}' },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Vite is named because Vitest leaves its version open. */
const packages = ['esbuild', 'node', 'typescript', 'vite', 'vitest'];

function installedVersion(root: string, name: string): string {
  const path = join(root, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}
