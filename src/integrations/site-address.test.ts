import { describe, expect, it } from 'vitest';
import { readAddress } from './site-address.ts';

describe('where the site will stand', () => {
  it.each([
    [{}, { base: '/' }],
    [{ SITE: '', BASE: '' }, { base: '/' }],
    [{ BASE: '/' }, { base: '/' }],
    [{ BASE: '/training/ddd/' }, { base: '/training/ddd/' }],
    [{ BASE: '/training/ddd' }, { base: '/training/ddd/' }],
    [{ BASE: '/~kim/past_tense-1.0' }, { base: '/~kim/past_tense-1.0/' }],
    [{ SITE: 'https://courses.example.org/' }, { site: 'https://courses.example.org', base: '/' }],
    [{ SITE: 'http://10.0.0.7:8080' }, { site: 'http://10.0.0.7:8080', base: '/' }],
  ])('is read from %j', (environment, address) => {
    expect(readAddress(environment)).toEqual(address);
  });

  it.each([
    ['training/ddd/', 'does not begin with a slash. Write it like BASE=/training/ddd/'],
    ['https://courses.example.org/ddd/', 'is an address. BASE is its path alone'],
    ['C:/Program Files/Git/training/', 'is an address.'],
    ['/training//ddd/', 'has two slashes beside each other'],
    ['//', 'has two slashes beside each other'],
    ['/training/?a=1', 'has the part "?a=1"'],
    ['/training/#top', 'has the part "#top"'],
    ['/training/../ddd/', 'has the part ".."'],
    ['/domain events/', 'has the part "domain events"'],
    ['/교육/', 'has the part "교육"'],
    ['/a%20b/', 'has the part "a%20b"'],
  ])('refuses BASE=%s', (base, message) => {
    expect(() => readAddress({ BASE: base })).toThrow(`BASE: "${base}" ${message}`);
  });

  it.each([
    ['courses.example.org', 'is no address that begins with https:// or http://'],
    ['https://', 'is no address that begins with https:// or http://'],
    ['ftp://courses.example.org', 'is no address that begins with https:// or http://'],
    [
      'https://courses.example.org/training/ddd',
      'has the path /training/ddd. A path belongs into BASE: SITE=https://courses.example.org BASE=/training/ddd/',
    ],
    ['https://courses.example.org/?a=1#b', 'has "?a=1#b" at its end'],
    ['https://kim:secret@courses.example.org', 'has a user name in it'],
  ])('refuses SITE=%s', (site, message) => {
    expect(() => readAddress({ SITE: site })).toThrow(`SITE: "${site}" ${message}`);
  });
});
