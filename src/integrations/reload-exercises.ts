import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { glossaryFile } from '../course/glossary.ts';

/**
 * Reloads the page in `astro dev` when the glossary, a program of a lesson or a file of an exercise or of the course
 * library changes. They are read with every page, but no module imports them, so Vite would not notice.
 */
export function reloadExercises(root: string): Plugin {
  const folder = resolve(root, 'exercises') + sep;
  const glossary = resolve(root, glossaryFile);
  const lessons = resolve(root, 'content') + sep;
  const isRead = (path: string) =>
    path === glossary ||
    path.startsWith(folder) ||
    (path.startsWith(lessons) && path.endsWith('.program.ts'));
  return {
    name: 'past-tense:reload-exercises',
    apply: 'serve',
    configureServer({ watcher, ws }) {
      watcher.add([folder, glossary, lessons]);
      watcher.on('all', (_, path) => {
        if (isRead(resolve(path))) ws.send({ type: 'full-reload' });
      });
    },
  };
}
