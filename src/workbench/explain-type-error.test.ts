import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../editor/diagnose.test-support.ts';
import { explainTypeError } from './explain-type-error.ts';

const events = {
  './events.ts': 'export class Renamed { constructor(readonly name: string) {} }\nconst secret = 1;',
};
const user = 'class User { readonly id = 1; name = ""; private age = 3; protected root = 4; }\n';
const animal = 'abstract class Animal { abstract speak(): void; }\n';

/** Code as a learner may write it → the error that Monaco's TypeScript finds there, and the sentence about it. */
const table: readonly [code: number, text: string, sentence: string][] = [
  [
    1005,
    'export const a = [1, 2;',
    '“,” was expected here. Often a bracket, a comma or a quote is missing shortly before.',
  ],
  [1109, 'export const a = ;', 'A value was expected here.'],
  [1128, 'export class A {}\n}', 'A statement was expected here.'],
  [1308, 'export function f() { await Promise.resolve(); }', 'await works only inside an async function.'],
  [2300, 'export class A { name = ""; name = 1; }', '“name” is declared twice.'],
  [2304, 'userRegistered();', 'Nothing here is called “userRegistered”.'],
  [2305, "import { Gone } from './events.ts'; new Gone();", '“./events.ts” exports nothing called “Gone”.'],
  [2307, "import { a } from './nowhere.ts'; a();", 'There is no module “./nowhere.ts” here.'],
  [
    2314,
    'export const a: Map = new Map();',
    '“Map<K, V>” is generic and needs its type arguments in angle brackets: 2.',
  ],
  [
    2322,
    "export const a: number = 'soup';",
    'A value of type “number” belongs here, and this one is of type “string”.',
  ],
  [
    2322,
    'export const a: () => string = () => 1;',
    'A value of type “string” belongs here, and this one is of type “number”.',
  ],
  [2339, `${user}new User().prize;`, 'Type “User” declares no “prize”.'],
  [2341, `${user}new User().age;`, '“age” is private to “User”.'],
  [
    2345,
    "function f(a: number) { return a; } f('soup');",
    'The parameter is of type “number”, and this argument is of type “string”.',
  ],
  [2348, `${user}User();`, '“User” is a class. Its objects are made with new.'],
  [2349, 'const a = 1; a();', 'This is no function, so it cannot be called.'],
  [
    2353,
    `export const a: { name: string } = { name: '', age: 1 };`,
    '“{ name: string; }” declares no “age”.',
  ],
  [
    2355,
    'export function f(): number { console.log(1); }',
    'This function promises a value and returns none.',
  ],
  [2362, "export const a = 'soup' * 2;", 'Only numbers can be calculated with'],
  [2363, "export const a = 2 * 'soup';", 'Only numbers can be calculated with'],
  [
    2366,
    'export function f(a: boolean): number { if (a) return 1; }',
    'One way through this function ends without a return.',
  ],
  [2367, "export const f = (a: 'x' | 'y') => a === 'z';", '“"x" | "y"” and “"z"” have no value in common'],
  [
    2377,
    `${user}class Admin extends User { constructor() {} } new Admin();`,
    'The constructor of a subclass has to call super(…).',
  ],
  [
    2393,
    'export class A { f(a: string) { return a; } f(a: number) { return a; } }',
    'Unlike Java, one name has one implementation.',
  ],
  [
    2416,
    `${animal}class Dog extends Animal { speak(to: string) { return to; } } new Dog();`,
    '“speak” is declared in “Animal” too, and the two types do not fit.',
  ],
  [
    2420,
    'interface Named { name: string } export class A implements Named {}',
    'The class lacks something that “Named” declares',
  ],
  [2445, `${user}new User().root;`, '“root” is protected: only “User” and its subclasses can use it.'],
  [2454, 'let a: number; console.log(a);', '“a” is used before it has a value.'],
  [2511, `${animal}new Animal();`, 'There are no objects of an abstract class'],
  [
    2515,
    `${animal}class Dog extends Animal {} new Dog();`,
    'The class inherits “speak” from “Animal” as abstract and has to implement it.',
  ],
  [2531, 'export const f = (a: () => string | null) => a().length;', 'This can be null. Check first'],
  [2532, 'export const f = (a: string[]) => a[0].length;', 'This can be undefined. Check first'],
  [
    2533,
    'export const f = (a: () => string | null | undefined) => a().length;',
    'This can be null or undefined. Check first',
  ],
  [2540, `${user}new User().id = 2;`, '“id” is readonly, as final is in Java'],
  [
    2551,
    '({ balance: 1 }).balanse;',
    'Type “{ balance: number; }” declares no “balanse”. It does declare “balance”.',
  ],
  [2552, 'const user = 1; console.log(usr);', 'Nothing here is called “usr”. There is “user”.'],
  [2554, 'function f(a: number) { return a; } f();', 'Arguments needed here: 1. Arguments given: 0.'],
  [
    2554,
    'function f(a: number, b = 1) { return a + b; } f();',
    'Arguments needed here: 1-2. Arguments given: 0.',
  ],
  [
    2555,
    'function f(a: number, ...b: number[]) { return [a, b]; } f();',
    'Arguments needed here: at least 1. Arguments given: 0.',
  ],
  [
    2561,
    'export const a: { balance: number } = { balanse: 1 };',
    '“{ balance: number; }” declares no “balanse”.',
  ],
  [2564, 'export class A { name: string; }', 'Unlike a field in Java, “name” does not begin as null.'],
  [2588, 'const a = 1; a = 2;', '“a” is const, as final is in Java, and keeps its value.'],
  [
    2654,
    'abstract class A { abstract f(): void; abstract g(): void } class B extends A {} new B();',
    "The class inherits abstract members from “A” and has to implement them: 'f', 'g'.",
  ],
  [
    2663,
    'export class A { balance = 1; f() { return balance; } }',
    'the owner before a member, inside its class too: this.balance.',
  ],
  [
    2662,
    'export class A { static all = 1; f() { return all; } }',
    'the owner before a member, inside its class too: A.all.',
  ],
  [
    2693,
    'interface Named { name: string } export const f = (a: unknown) => a instanceof Named;',
    '“Named” is only a type and gone when the code runs',
  ],
  [2722, 'export const f = (a: { run?: () => void }) => a.run();', 'This can be undefined. Check first'],
  [
    2724,
    "import { Rename } from './events.ts'; new Rename('');",
    '“./events.ts” exports nothing called “Rename”. It does export “Renamed”.',
  ],
  [
    2739,
    'export const a: { id: number; name: string } = {};',
    'Type “{ id: number; name: string; }” requires more than this value has: id, name.',
  ],
  [
    2740,
    'export const a: { a: 1; b: 1; c: 1; d: 1; e: 1; f: 1 } = {};',
    'requires more than this value has: a, b, c, d, and 2 more.',
  ],
  [
    2741,
    'export const a: { name: string } = {};',
    'Type “{ name: string; }” requires “name”, and this value has none.',
  ],
  [
    2769,
    'function f(a: 1): void; function f(a: 2): void; function f(a: number) { return a; } f("x");',
    'This can be called in several ways',
  ],
  [6133, 'const a = 1;', '“a” is declared and never used.'],
  [6138, 'export class A { constructor(private name: string) {} }', '“name” is declared and never used.'],
  [6192, "import { Renamed, Moved } from './events.ts';", 'Nothing that is imported here is used.'],
  [6196, 'interface Named { name: string }', '“Named” is declared and never used.'],
  [
    7006,
    'export function f(name) { return name; }',
    'The type of the parameter “name” cannot be seen from the code. Write it, as in name: string.',
  ],
  [
    17009,
    `${user}export class Admin extends User { constructor() { this.name = ''; super(); } }`,
    'The constructor has to call super(…) before it uses this.',
  ],
  [
    18046,
    'try { console.log(); } catch (error) { console.log(error.message); }',
    'The type of “error” is not known, as with all that catch catches.',
  ],
  [18047, 'export const f = (a: string | null) => a.length;', '“a” can be null.'],
  [18048, 'export const f = (a: { b?: string }) => a.b.length;', '“a.b” can be undefined.'],
  [18049, 'export const f = (a?: string | null) => a.length;', 'This can be null or undefined.'],
];

const fileOf = (row: number) => `./row-${row}.ts`;
const found = diagnosticsOf({
  ...events,
  ...Object.fromEntries(table.map(([, text], row) => [fileOf(row), text])),
});

describe('an error of Monaco’s TypeScript', () => {
  const rows = table.map((each, row) => [...each, row] as const);
  it.each(rows)('TS%i in `%s` is put into the learner’s terms', (code, _, sentence, row) => {
    const diagnostic = found.get(fileOf(row))!.find((each) => each.code === code);
    expect(explainTypeError(diagnostic!, 'en')).toContain(sentence);
    expect(explainTypeError(diagnostic!, 'ko')).toMatch(/[가-힣]/);
    expect(explainTypeError(diagnostic!, 'ko')).not.toMatch(/‘’/);
  });

  it('that nobody wrote a sentence about has none', () => {
    expect(explainTypeError({ code: 4, message: 'Something else.' }, 'en')).toBeUndefined();
  });

  it('whose message reads otherwise has none', () => {
    expect(explainTypeError({ code: 2304, message: 'No such name: a' }, 'en')).toBeUndefined();
  });
});
