import { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { AuthorError } from './author-error.ts';
import { detached } from './detached.ts';
import { didYouMean } from './did-you-mean.ts';

interface YamlText {
  /** Path from the project root, for messages. */
  readonly file: string;
  readonly text: string;
}

/** Parses and validates; the first thing wrong becomes an AuthorError. */
export function parseYaml<Schema extends z.ZodType>(schema: Schema, yaml: YamlText): z.output<Schema> {
  const document = parseDocument(yaml.text);
  const [broken] = document.errors;
  if (broken) throw new AuthorError(yaml.file, firstLine(broken.message), 'Correct the YAML.');
  return parseValue(schema, { file: yaml.file, value: detached(document.toJS() ?? {}) });
}

/** The same for what was read already. */
export function parseValue<Schema extends z.ZodType>(
  schema: Schema,
  { file, value }: { readonly file: string; readonly value: unknown },
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const { issues } = checked.error;
  // A mistyped key is also a missing one: the typo is the better explanation.
  throw complaint(schema, file, issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!);
}

function complaint(schema: z.ZodType, file: string, issue: z.core.$ZodIssue): AuthorError {
  const place = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const found = place ? `unknown key "${key}" in ${place}` : `unknown key "${key}"`;
    const knownKeys = keysAt(schema, issue.path);
    return new AuthorError(file, found, didYouMean(key, knownKeys, `Known keys: ${knownKeys.join(', ')}.`));
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return missing
    ? new AuthorError(file, `${place} is missing`, 'Add it.')
    : new AuthorError(file, `${place}: ${issue.message}`, `Correct ${place}.`);
}

/** The keys that the format knows at a place. */
function keysAt(schema: z.core.$ZodType, [step, ...rest]: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return keysAt(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  }
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const inside = schema.shape[String(step)];
  return step === undefined || !inside ? Object.keys(schema.shape) : keysAt(inside, rest);
}

/** `['chapters', 0, 'title', 'ko']` → `chapters[0].title.ko` */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/[.:]$/, '');
}
