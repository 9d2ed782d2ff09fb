/** TypeScript's frequent errors in the terms of somebody who comes from Java, by what they are about. */
export const typeErrorsEn = {
  'unknown-name': 'Nothing here is called “{name}”. Declare it, import it, or check its spelling.',
  'misspelt-name': 'Nothing here is called “{name}”. There is “{other}”.',
  'needs-this': 'Unlike Java, TypeScript wants the owner before a member, inside its class too: {other}.',
  'unknown-module':
    'There is no module “{module}” here. A file is imported with ./ before its name and .ts after it.',
  'not-exported':
    '“{module}” exports nothing called “{name}”. Check the name there, or write export before it.',
  'misspelt-export': '“{module}” exports nothing called “{name}”. It does export “{other}”.',
  'wrong-type': 'A value of type “{to}” belongs here, and this one is of type “{from}”.',
  'wrong-argument': 'The parameter is of type “{to}”, and this argument is of type “{from}”.',
  'unknown-property': 'Type “{type}” declares no “{name}”.',
  'misspelt-property': 'Type “{type}” declares no “{name}”. It does declare “{other}”.',
  'extra-property':
    'An object that is written out may only have what its type declares, and “{type}” declares no “{name}”.',
  'no-return': 'This function promises a value and returns none. Return one, or declare the function void.',
  'some-return': 'One way through this function ends without a return. Return a value there too.',
  'not-implemented': 'The class lacks something that “{type}” declares, or has it with another type.',
  'abstract-member': 'The class inherits “{name}” from “{type}” as abstract and has to implement it.',
  'abstract-members': 'The class inherits abstract members from “{type}” and has to implement them: {names}.',
  'wrong-override': '“{name}” is declared in “{type}” too, and the two types do not fit.',
  'possibly-nothing': '“{name}” can be {nothing}. Check first, with if for example.',
  'something-possibly-nothing': 'This can be {nothing}. Check first, with if for example.',
  'possibly-either': 'This can be null or undefined. Check first, with if for example.',
  'unknown-value':
    'The type of “{name}” is not known, as with all that catch catches. Check it with instanceof first.',
  'read-only':
    '“{name}” is readonly, as final is in Java: it gets its value once, where it is declared or in the constructor.',
  constant:
    '“{name}” is const, as final is in Java, and keeps its value. What is to change is declared with let.',
  'argument-count': 'Arguments needed here: {needed}. Arguments given: {given}.',
  'too-few-arguments': 'Arguments needed here: at least {needed}. Arguments given: {given}.',
  'not-initialized':
    'Unlike a field in Java, “{name}” does not begin as null. Give it a value here or in the constructor.',
  'missing-property': 'Type “{to}” requires “{name}”, and this value has none.',
  'missing-properties': 'Type “{to}” requires more than this value has: {names}.',
  'many-missing-properties': 'Type “{to}” requires more than this value has: {names}, and {more} more.',
  'untyped-parameter':
    'The type of the parameter “{name}” cannot be seen from the code. Write it, as in {name}: string.',
  punctuation: '“{token}” was expected here. Often a bracket, a comma or a quote is missing shortly before.',
  'value-expected': 'A value was expected here. The code before it may be unfinished.',
  'statement-expected': 'A statement was expected here. There may be a closing bracket too many before.',
  'never-used': '“{name}” is declared and never used.',
  'imports-never-used': 'Nothing that is imported here is used.',
  private: '“{name}” is private to “{type}”.',
  protected: '“{name}” is protected: only “{type}” and its subclasses can use it.',
  'abstract-class': 'There are no objects of an abstract class, only of its subclasses.',
  'type-as-value':
    '“{name}” is only a type and gone when the code runs, so it has no value, no new and no instanceof.',
  'needs-new': '“{name}” is a class. Its objects are made with new.',
  'not-callable': 'This is no function, so it cannot be called.',
  'declared-twice': '“{name}” is declared twice.',
  'no-overloading':
    'Unlike Java, one name has one implementation. Write a single signature that takes all these arguments.',
  'no-overload': 'This can be called in several ways, and these arguments fit none of them.',
  'never-equal':
    '“{one}” and “{other}” have no value in common, so this comparison always has the same result.',
  'super-first': 'The constructor has to call super(…) before it uses this.',
  'super-missing': 'The constructor of a subclass has to call super(…).',
  'await-outside': 'await works only inside an async function.',
  'before-assigned': '“{name}” is used before it has a value.',
  arithmetic: 'Only numbers can be calculated with, and this is something else.',
  'type-arguments': '“{type}” is generic and needs its type arguments in angle brackets: {count}.',
};
