/**
 * What a text of an exercise's tests reads in another language. `translations` holds English texts, or templates
 * (`refuses %s`, `refuses $name`), and what they are in that language. The values in a template are translated too
 * where they have a translation, and put in order into its translation. A text without one stays as it is.
 */
export function translate(text: string, translations: Readonly<Record<string, string>>): string {
  return translation(text, translations) ?? text;
}

/** The same, or nothing where there is no translation. */
export function translation(
  text: string,
  translations: Readonly<Record<string, string>>,
): string | undefined {
  if (Object.hasOwn(translations, text)) return translations[text]!;
  for (const [template, translated] of Object.entries(translations)) {
    const values = matchTemplate(template, text);
    if (values) {
      return fillTemplate(
        translated,
        values.map((value) => translate(value, translations)),
      );
    }
  }
  return undefined;
}

const placeholder = /%[sdifjoOp#$]|\$[\w.]+/g;

/** The values that stand where the template has placeholders; a template of nothing else matches nothing. */
function matchTemplate(template: string, text: string): string[] | undefined {
  const literals = template.split(placeholder);
  if (literals.length === 1 || literals.every((literal) => literal === '')) return undefined;
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('(.*?)')}$`, 's').exec(text)?.slice(1);
}

function fillTemplate(template: string, values: readonly string[]): string {
  let next = 0;
  return template.replace(placeholder, () => values[next++] ?? '');
}
