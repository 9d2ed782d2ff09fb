import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { libraryFolder } from '../course/library-exports.ts';
import type { Locale } from '../course/locale.ts';
import { site } from '../course/site.ts';
import { messagesFor } from '../i18n/index.ts';
import { documentLibrary, type DocumentedExport } from './document-library.ts';
import { exportPage, firstSentence, overviewPage } from './reference-markdown.ts';

interface Page {
  /** `ko/reference/event-factory` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

/**
 * Adds the reference of the course library to the lessons: a page per export and an overview, in each language. While
 * developing, the pages follow the library's files.
 */
export async function loadReference(context: LoaderContext): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const folder = join(root, libraryFolder);
  await storePages(context, root);
  context.watcher?.add(folder);
  context.watcher?.on('change', (path) => {
    if (!path.startsWith(folder)) return;
    storePages(context, root).catch((error: unknown) => context.logger.error(String(error)));
  });
}

async function storePages(context: LoaderContext, root: string): Promise<void> {
  const documented = await documentLibrary(root);
  const pages = site.languages.flatMap((locale) => pagesOf(documented, locale));
  for (const page of pages) await store(context, page);
}

export function pagesOf(documented: readonly DocumentedExport[], locale: Locale): Page[] {
  const words = messagesFor(locale);
  return [
    {
      id: `${locale}/reference`,
      title: words['reference.title'],
      description: words['reference.intro'],
      markdown: overviewPage(documented, locale),
    },
    ...documented.map((each) => ({
      id: `${locale}/reference/${each.id}`,
      title: each.name,
      description: firstSentence(each.docs.text).replaceAll('`', ''),
      markdown: exportPage(each, documented, locale),
    })),
  ];
}

async function store(context: LoaderContext, { id, title, description, markdown }: Page): Promise<void> {
  const data = await context.parseData({
    id,
    data: { title, description, prev: false, next: false, editUrl: false },
  });
  // Starlight's Markdown plugins, and the language of code blocks, go by the place of a file.
  const fileURL = new URL(`content/${id}.md`, context.config.root);
  const rendered = await context.renderMarkdown(markdown, { fileURL });
  context.store.set({ id, data, body: markdown, rendered, digest: context.generateDigest(markdown) });
}
