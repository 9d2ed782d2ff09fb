import type { Patch } from '../compiler/bundle-script.ts';

/** Places in the test libraries that a learner's code could use to be taken for right. */
export const libraryPatches: readonly Patch[] = [
  {
    // A value with a method `asymmetricMatch` would decide by itself whether it equals what the test expects.
    file: '@vitest/expect/dist/index.js',
    find: 'return !!obj && typeof obj === "object" && "asymmetricMatch" in obj && isA("Function", obj.asymmetricMatch);',
    replace: 'return obj instanceof AsymmetricMatcher;',
  },
  {
    // A spy on a method that is inherited from a locked built-in would be as immovable as that one.
    file: '@vitest/spy/dist/index.js',
    find: 'desc[accessType] = cb;',
    replace: 'desc[accessType] = cb;\n\t\tif (originalDescriptorObject !== object) desc.configurable = true;',
  },
];
