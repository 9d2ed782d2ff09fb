import vm from 'node:vm';
import { expect, it } from 'vitest';
import { bundleScript } from '../compiler/bundle-script.ts';
import { encloseHarness, freeNames } from './enclose-harness.ts';

it('finds the names that a script reads from outside', () => {
  const script = `
    const { a: b, c = outer } = given;
    label: for (const x of [b]) { continue label; }
    class K { own() { return { key: 1, short, own: this.own }; } static s = deep.deeper; }
    (function named(p) { return p + named + typeof maybe; })(globalThis.member);`;
  expect(freeNames(script)).toEqual(['deep', 'given', 'maybe', 'member', 'outer', 'short']);
});

it('refuses a bundle that reads a global which nobody has looked at', () => {
  expect(() => encloseHarness('navigator.sendBeacon("x");', 'browser')).toThrow('reads the global navigator');
});

it('keeps what it read when it started, and its global object to itself', () => {
  const realm = vm.createContext({ seen: {}, self: {} });
  vm.runInContext('self = globalThis;', realm);
  vm.runInContext(
    encloseHarness(
      'globalThis["secret"] = 1; self.seen.ask = () => [typeof Map, typeof process, globalThis["secret"]];',
      'browser',
    ),
    realm,
  );
  const asked = vm.runInContext(
    'Map = process = 1; typeof secret + seen.ask();',
    vm.createContext({}) && realm,
  );
  expect(asked).toBe('undefinedfunction,undefined,1');
});

it('stops the bundling when a patched place has changed', async () => {
  const patches = [{ file: '@vitest/spy/dist/index.js', find: 'no such text', replace: '' }];
  await expect(bundleScript('src/sandbox/harness.ts', 'browser', { patches })).rejects.toThrow(
    'no such text',
  );
});
