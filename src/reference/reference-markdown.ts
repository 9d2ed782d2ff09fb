import type { Locale } from '../course/locale.ts';
import { libraryFolder, type LibraryExport } from '../course/library-exports.ts';
import { messagesFor, type Messages } from '../i18n/index.ts';
import type { DocumentedExport, Parameter } from './document-library.ts';
import type { Docs } from './read-comment.ts';

/** The page of one export. The docstrings are English in every language, and marked as such. */
export function exportPage(
  each: DocumentedExport,
  exported: readonly LibraryExport[],
  locale: Locale,
): string {
  const words = messagesFor(locale);
  const { docs, parameters, returns } = each;
  return paragraphs([
    notice(words),
    `<p class="reference-kind">${words[`reference.${each.kind}`]} <code>import ${importOf(each)}</code></p>`,
    fenced(each.signature),
    inEnglish(docs.text),
    ...labelledOf(docs, words),
    section(
      words['reference.parameters'],
      parameters.map((parameter) => parameterItem(parameter, exported, words)),
    ),
    section(
      words['reference.returns'],
      returns === undefined ? [] : [withText(typeWithLinks(returns, exported), docs.returns)],
    ),
    section(words['reference.throws'], docs.throws.map(inEnglish)),
    section(words['reference.example'], docs.examples.map(inEnglish)),
    section(
      words['reference.members'],
      each.members.map((member) =>
        paragraphs([
          `### ${member.name}`,
          fenced(member.signature),
          inEnglish(member.docs.text),
          ...labelledOf(member.docs, words),
        ]),
      ),
    ),
    section(
      words['reference.mentions'],
      unlinked(each).map((name) => `- ${typeWithLinks(name, exported)}`),
    ),
    `## ${words['reference.source']}`,
    sourceOf(each),
  ]);
}

/** The list of all exports, by the file that declares them. */
export function overviewPage(documented: readonly DocumentedExport[], locale: Locale): string {
  const words = messagesFor(locale);
  const files = [...new Set(documented.map(({ file }) => file))];
  return paragraphs([
    words['reference.intro'],
    notice(words),
    ...files.flatMap((file) => {
      const inFile = documented.filter((each) => each.file === file);
      return [
        `## ${file}`,
        inEnglish(
          inFile
            .map(({ id, name, docs }) => `- [\`${name}\`](./${id}/): ${firstSentence(docs.text)}`)
            .join('\n'),
        ),
      ];
    }),
  ]);
}

/** Of Markdown, as Markdown without its links; a sentence may end in the middle of no code. */
export function firstSentence(markdown: string): string {
  const [paragraph = ''] = markdown.split('\n\n');
  const text = paragraph.replaceAll('\n', ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return /^(?:`[^`]*`|[^`])*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

const paragraphs = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

const section = (heading: string, texts: readonly string[]): string =>
  texts.length === 0 ? '' : paragraphs([`## ${heading}`, ...joinedItems(texts)]);

/** Items of one list stand on lines of their own, other texts are paragraphs. */
const joinedItems = (texts: readonly string[]): readonly string[] =>
  texts.every((text) => text.startsWith('- ')) ? [texts.join('\n')] : texts;

const notice = (words: Messages): string =>
  words['reference.in-english'] && `<p class="reference-notice">${words['reference.in-english']}</p>`;

const inEnglish = (markdown: string): string =>
  `<div lang="en" class="reference-text">\n\n${markdown}\n\n</div>`;

const fenced = (code: string): string => `\`\`\`ts\n${code}\n\`\`\``;

function labelledOf({ elsewhere, sources }: Docs, words: Messages): string[] {
  return [
    ...elsewhere.map((text) => labelled(words['reference.elsewhere'], text)),
    ...sources.map((text) => labelled(words['reference.rule-source'], text)),
  ];
}

const labelled = (label: string, text: string): string =>
  `<div class="reference-label">${label}</div>\n\n${inEnglish(text[0]!.toUpperCase() + text.slice(1))}`;

function importOf({ name, kind, importedFrom }: DocumentedExport): string {
  return `${kind === 'type' ? 'type ' : ''}{ ${name} } from '${importedFrom}'`;
}

function parameterItem(
  { name, type, optional, text }: Parameter,
  exported: readonly LibraryExport[],
  words: Messages,
): string {
  const mark = optional ? ` (${words['reference.optional']})` : '';
  return `- \`${name}\`${mark}: ${withText(typeWithLinks(type, exported), text)}`;
}

const withText = (type: string, text: string): string =>
  text === '' ? type : `${type}. <span lang="en">${text.replaceAll('\n', ' ')}</span>`;

/** What the signature mentions and neither parameters nor result have linked. */
function unlinked({ mentions, parameters, returns = '' }: DocumentedExport): string[] {
  const linked = [returns, ...parameters.map(({ type }) => type)].join(' ').match(/\w+/g) ?? ([] as string[]);
  return mentions.filter((name) => !linked.includes(name));
}

/** `EventPublisher<E>` as code in which the names of other exports are links. */
function typeWithLinks(type: string, exported: readonly LibraryExport[]): string {
  const linked = type.replace(/\s+/g, ' ').replace(/[&<>"'{}]|[A-Za-z_$][\w$]*/g, (part) => {
    const named = exported.find(({ name }) => name === part);
    if (named) return `<a href="../${named.id}/">${part}</a>`;
    return /^\w/.test(part) ? part : `&#${part.charCodeAt(0)};`;
  });
  return `<code>${linked}</code>`;
}

function sourceOf({ file, source }: DocumentedExport): string {
  const path = `${libraryFolder}/${file}`;
  return [
    '<details class="reference-source" data-pagefind-ignore>',
    `<summary>${path}</summary>`,
    '',
    `\`\`\`\`ts title="${file}"`,
    source.trimEnd(),
    '````',
    '',
    '</details>',
  ].join('\n');
}
