/**
 * The name of a test in the reader's language. `translations` holds English names, or templates as `it.each` has
 * them (`refuses %s`, `refuses $name`), and what they are in that language; the values that Vitest put into a
 * template are put into its translation in the same order. A name without a translation stays English.
 */
export function translateTestName(name: string, translations: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(translations, name)) return translations[name]!;
  for (const [template, translation] of Object.entries(translations)) {
    const values = matchTemplate(template, name);
    if (values) return fillTemplate(translation, values);
  }
  return name;
}

const placeholder = /%[sdifjo#$]|\$[\w.]+/g;

function matchTemplate(template: string, name: string): string[] | undefined {
  if (template.search(placeholder) < 0) return undefined;
  const literals = template.split(placeholder).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('(.*?)')}$`, 's').exec(name)?.slice(1);
}

function fillTemplate(template: string, values: readonly string[]): string {
  let next = 0;
  return template.replace(placeholder, () => values[next++] ?? '');
}
