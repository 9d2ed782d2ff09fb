import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { readCourse } from '../src/course/course.ts';
import { locales } from '../src/course/locale.ts';
import { copyPackages } from './copy-packages.ts';

/** What a build reads beside the course, and `exercises/library`. */
const project = [
  'astro.config.mjs',
  'ec.config.mjs',
  'package.json',
  'package-lock.json',
  'public',
  'site.config.ts',
  'src',
  'templates',
  'tsconfig.json',
];

/** A lesson of the real course in one of its copies; the copy 0 is the course itself. */
interface Copied {
  readonly copy: number;
  /** `<chapter>/<lesson>` in the real course. */
  readonly id: string;
  /** Ids in the real course. */
  readonly exercises: readonly string[];
}

/**
 * Writes a project into the empty folder `to` whose course has so many lessons and as many exercises: copies of the real
 * ones under other ids, with the links between them.
 */
export function writeSyntheticCourse(from: string, to: string, count: number): void {
  for (const name of project) cpSync(join(from, name), join(to, name), { recursive: true });
  cpSync(join(from, 'exercises/library'), join(to, 'exercises/library'), { recursive: true });
  copyPackages(join(from, 'node_modules'), join(to, 'node_modules'));

  const { outline, lessons } = readCourse(from);
  const copied = copyTimes(lessons, count);
  const there = new Set(copied.map(({ copy, id }) => named(id, copy)));
  const chapters = Array.from({ length: (copied.at(-1)?.copy ?? 0) + 1 }, (_, copy) =>
    outline.chapters.map((chapter) => ({
      id: named(chapter.id, copy),
      title: chapter.title,
      lessons: chapter.lessons
        .filter(({ id }) => there.has(named(id, copy)))
        .map(({ id, title }) => ({ id: basename(id), title })),
    })),
  ).flat();

  mkdirSync(join(to, 'content'));
  for (const file of ['glossary.yaml', ...locales.map((locale) => `${locale}.mdx`)]) {
    cpSync(join(from, 'content', file), join(to, 'content', file));
  }
  writeFileSync(
    join(to, 'content/outline.yaml'),
    stringify({ chapters: chapters.filter((chapter) => chapter.lessons.length > 0) }),
  );
  for (const lesson of copied) {
    const rewrite = (text: string) => rewritten(text, lesson, there);
    copyFolder(join(from, 'content', lesson.id), join(to, 'content', named(lesson.id, lesson.copy)), rewrite);
    for (const id of lesson.exercises) {
      copyFolder(join(from, 'exercises', id), join(to, 'exercises', named(id, lesson.copy)), rewrite);
    }
  }
}

/** Takes the lessons again and again; of their exercises as many as there are lessons so far. */
function copyTimes(lessons: readonly Omit<Copied, 'copy'>[], count: number): Copied[] {
  const copied: Copied[] = [];
  let exercises = 0;
  for (let place = 0; place < count; place += 1) {
    const { id, exercises: all } = lessons[place % lessons.length]!;
    const taken = all.slice(0, place + 1 - exercises);
    exercises += taken.length;
    copied.push({ copy: Math.floor(place / lessons.length), id, exercises: taken });
  }
  return copied;
}

/** `events/good-event` → `events-2/good-event` */
const named = (id: string, copy: number): string => (copy === 0 ? id : id.replace(/^[^/]+/, `$&-${copy}`));

/** The ids of exercises, and links to lessons: to the same copy or, if it was cut off before, to the course itself. */
function rewritten(text: string, { copy, id, exercises }: Copied, there: ReadonlySet<string>): string {
  const chapter = id.slice(0, id.indexOf('/'));
  const linked = (target: string) =>
    `](../../${there.has(named(target, copy)) ? named(target, copy) : target}/`;
  return text
    .replace(/<Exercise id="([^"]+)"\s*\/>/g, (_, exercise: string) =>
      exercises.includes(exercise) ? `<Exercise id="${named(exercise, copy)}" />` : '',
    )
    .replace(/\]\(\.\.\/\.\.\/([a-z0-9-]+\/[a-z0-9-]+)\//g, (link, target: string) =>
      target.startsWith('reference/') ? link : linked(target),
    )
    .replace(/\]\(\.\.\/([a-z0-9-]+)\//g, (_, lesson: string) => linked(`${chapter}/${lesson}`));
}

function copyFolder(from: string, to: string, rewrite: (text: string) => string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || (from.includes('/content/') && entry.name.endsWith('.test.ts'))) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, path.slice(from.length));
    mkdirSync(join(target, '..'), { recursive: true });
    const text = readFileSync(path, 'utf8');
    writeFileSync(target, /\.mdx?$/.test(entry.name) ? rewrite(text) : text);
  }
}
