import type { Patch } from '../compiler/bundle-script.ts';

/**
 * Places in the test libraries that a learner's code could use to be taken for right, and one that leaves something
 * behind.
 */
export const libraryPatches: readonly Patch[] = [
  {
    // A value with a method `asymmetricMatch` would decide by itself whether it equals what the test expects.
    file: '@vitest/expect/dist/index.js',
    find: 'return !!obj && typeof obj === "object" && "asymmetricMatch" in obj && isA("Function", obj.asymmetricMatch);',
    replace: 'return obj instanceof AsymmetricMatcher;',
  },
  // In the next ones a value would decide whether it contains what it is asked for.
  {
    file: '@vitest/expect/dist/index.js',
    find: 'isA("String", other) && other.includes(this.sample)',
    replace: 'typeof other === "string" && other.includes(this.sample)',
  },
  {
    file: '@vitest/expect/dist/index.js',
    find: 'isA("String", other) && this.sample.test(other)',
    replace: 'typeof other === "string" && this.sample.test(other)',
  },
  {
    file: '@vitest/expect/dist/index.js',
    find: 'this.sample.every((item) => other.some((another) => equals(item, another, customTesters)))',
    replace:
      'this.sample.every((item) => Array.prototype.some.call(other, (another) => equals(item, another, customTesters)))',
  },
  {
    file: '@vitest/expect/dist/index.js',
    find: 'if (a.size !== undefined) {\n\t\tif (a.size !== b.size) {',
    replace:
      'if (b.constructor === Set || b.constructor === Map) {\n\t\ttry { a = new b.constructor(b.constructor.prototype[Symbol.iterator].call(a)); } catch { return false; }\n\t}\n' +
      '\tif (a.size !== undefined) {\n\t\tif (a.size !== b.size) {',
  },
  {
    file: '@vitest/expect/dist/index.js',
    find: 'return a.equals(b);',
    replace: 'return Temporal[className.slice("[object Temporal.".length, -1)].prototype.equals.call(a, b);',
  },
  {
    file: 'chai/index.js',
    find: 'if (comparisonString === void 0) {',
    replace: 'if (typeof comparisonString !== "string") {',
  },
  {
    file: 'chai/index.js',
    find: 'case "string":\n      included = obj.indexOf(val) !== -1;',
    replace: 'case "string":\n      included = String.prototype.valueOf.call(obj).indexOf(val) !== -1;',
  },
  {
    file: 'chai/index.js',
    find: 'included = obj.some(function(item) {',
    replace: 'included = Array.prototype.some.call(obj, function(item) {',
  },
  {
    file: 'chai/index.js',
    find: '} else {\n        included = obj.indexOf(val) !== -1;',
    replace: '} else {\n        included = Array.prototype.indexOf.call(obj, val) !== -1;',
  },
  {
    file: 'chai/index.js',
    find: '} else {\n        included = obj.has(val);',
    replace: '} else {\n        included = Set.prototype.has.call(obj, val);',
  },
  {
    // A function of the learner's would be taken for a spy, and would tell itself how it was called.
    file: '@vitest/spy/dist/index.js',
    find: 'typeof fn === "function" && "_isMockFunction" in fn && fn._isMockFunction === true',
    replace: 'typeof fn === "function" && MOCK_CONFIGS.has(fn)',
  },
  {
    // A spy on a method that is inherited from a locked built-in would be as immovable as that one.
    file: '@vitest/spy/dist/index.js',
    find: 'desc[accessType] = cb;',
    replace: 'desc[accessType] = cb;\n\t\tif (originalDescriptorObject !== object) desc.configurable = true;',
  },
  {
    // A timer, still there when all tests are over, to tell a server of Vitest's how far they are.
    file: '@vitest/runner/dist/chunk-artifact.js',
    find: 'pendingCall ??= setTimeout(() => call.bind(this)(...args), ms);',
    replace: '',
  },
];
