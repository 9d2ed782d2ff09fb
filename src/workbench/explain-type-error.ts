import type { Diagnostic } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { typeErrorMessagesFor, type TypeErrorMessages } from '../i18n/type-errors.ts';

/** The error in the learner's terms, with the names of the message; none for an error that is not among the frequent. */
export function explainTypeError(
  { code, message }: Pick<Diagnostic, 'code' | 'message'>,
  locale: Locale,
): string | undefined {
  const [about, pattern] = explanations[code] ?? [];
  const found = pattern?.exec(message.split('\n', 1)[0]!);
  return about && found ? fill(typeErrorMessagesFor(locale)[about], found.groups ?? {}) : undefined;
}

type Explanation = readonly [about: keyof TypeErrorMessages, pattern: RegExp];

const whatever = /^/;
const unknownName = /^Cannot find name '(?<name>.+?)'/;
const similarName = /^Cannot find name '(?<name>.+)'\. Did you mean (?:the \w+ member )?'(?<other>.+)'\?/;
const extraProperty = /known properties, (?:and|but) '(?<name>.+?)' does not exist in type '(?<type>.+?)'\./;
const missingProperties =
  /^Type '.+' is missing the following properties from type '(?<to>.+?)': (?<names>.+)$/;
const manyMissingProperties =
  /^Type '.+' is missing the following properties from type '(?<to>.+?)': (?<names>.+), and (?<more>\d+) more\.$/;
const member = /^Property '(?<name>.+)' is \w+ and only accessible within class '(?<type>.+?)'/;
const abstractMembers = /members? of '(?<type>.+?)': (?<names>.+?)\.?$/;
const possiblyNothing = /^'(?<name>.+)' is possibly '(?<nothing>\w+)'/;
const objectPossiblyNothing = /possibly '(?<nothing>\w+)'/;
const argumentCount = /^Expected (?<needed>.+) arguments?, but got (?<given>\d+)/;
const tooFewArguments = /^Expected at least (?<needed>\d+) arguments?, but got (?<given>\d+)/;

/** By TypeScript's code. The groups are the names in the message that the sentence repeats. */
const explanations: Readonly<Record<number, Explanation>> = {
  1005: ['punctuation', /^'(?<token>.+)' expected/],
  1109: ['value-expected', whatever],
  1128: ['statement-expected', whatever],
  1308: ['await-outside', whatever],
  2300: ['declared-twice', /^Duplicate identifier '(?<name>.+)'/],
  2304: ['unknown-name', unknownName],
  2305: ['not-exported', /^Module '"(?<module>.+)"' has no exported member '(?<name>.+)'/],
  2307: ['unknown-module', /^Cannot find module '(?<module>.+?)'/],
  2314: ['type-arguments', /^Generic type '(?<type>.+)' requires (?<count>\d+)/],
  2322: ['wrong-type', /^Type '(?<from>.+?)' is not assignable to type '(?<to>.+)'\.$/],
  2339: ['unknown-property', /^Property '(?<name>.+?)' does not exist on type '(?<type>.+)'\.$/],
  2341: ['private', member],
  2345: [
    'wrong-argument',
    /^Argument of type '(?<from>.+?)' is not assignable to parameter of type '(?<to>.+)'\.$/,
  ],
  2348: ['needs-new', /^Value of type 'typeof (?<name>.+?)' is not callable/],
  2349: ['not-callable', whatever],
  2353: ['extra-property', extraProperty],
  2355: ['no-return', whatever],
  2362: ['arithmetic', whatever],
  2363: ['arithmetic', whatever],
  2366: ['some-return', whatever],
  2367: ['never-equal', /the types '(?<one>.+?)' and '(?<other>.+)' have no overlap/],
  2377: ['super-missing', whatever],
  2393: ['no-overloading', whatever],
  2416: ['wrong-override', /^Property '(?<name>.+?)' in type .+ property in base type '(?<type>.+?)'/],
  2420: ['not-implemented', /incorrectly implements interface '(?<type>.+?)'/],
  2445: ['protected', member],
  2454: ['before-assigned', /^Variable '(?<name>.+)' is used/],
  2511: ['abstract-class', whatever],
  2515: ['abstract-member', /abstract member (?<name>.+) from class '(?<type>.+?)'/],
  2531: ['something-possibly-nothing', objectPossiblyNothing],
  2532: ['something-possibly-nothing', objectPossiblyNothing],
  2533: ['possibly-either', whatever],
  2540: ['read-only', /^Cannot assign to '(?<name>.+)' because/],
  2551: [
    'misspelt-property',
    /^Property '(?<name>.+?)' does not exist on type '(?<type>.+)'\. Did you mean '(?<other>.+)'\?/,
  ],
  2552: ['misspelt-name', similarName],
  2554: ['argument-count', argumentCount],
  2555: ['too-few-arguments', tooFewArguments],
  2561: ['extra-property', extraProperty],
  2564: ['not-initialized', /^Property '(?<name>.+?)' has no initializer/],
  2588: ['constant', /^Cannot assign to '(?<name>.+)' because/],
  2654: ['abstract-members', abstractMembers],
  2662: ['needs-this', similarName],
  2663: ['needs-this', similarName],
  2693: ['type-as-value', /^'(?<name>.+?)' only refers to a type/],
  2722: ['something-possibly-nothing', objectPossiblyNothing],
  2724: [
    'misspelt-export',
    /^'"?(?<module>.+?)"?' has no exported member named '(?<name>.+?)'\. Did you mean '(?<other>.+)'\?/,
  ],
  2739: ['missing-properties', missingProperties],
  2740: ['many-missing-properties', manyMissingProperties],
  2741: ['missing-property', /^Property '(?<name>.+?)' is missing in type .+ required in type '(?<to>.+?)'/],
  2769: ['no-overload', whatever],
  6133: ['never-used', /^'(?<name>.+)' is declared/],
  6138: ['never-used', /^Property '(?<name>.+)' is declared/],
  6192: ['imports-never-used', whatever],
  6196: ['never-used', /^'(?<name>.+)' is declared/],
  7006: ['untyped-parameter', /^Parameter '(?<name>.+)' implicitly/],
  17009: ['super-first', whatever],
  18046: ['unknown-value', /^'(?<name>.+)' is of type/],
  18047: ['possibly-nothing', possiblyNothing],
  18048: ['possibly-nothing', possiblyNothing],
  18049: ['possibly-either', whatever],
};
