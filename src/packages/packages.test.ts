import { DOMParser, onErrorStopParsing, type Document } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { scormPackage, siteArchive } from './packages.ts';

const bytes = new Uint8Array([1]);
const site = new Map(
  ['launch.html', 'index.html', 'en/a & b.html', '_astro/x.1.js'].map((name) => [name, bytes]),
);

const cp = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const adlcp = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** The elements of the manifest by name, which `parse` refuses unless it is well-formed. */
function manifest(title: string): (name: string) => Element[] {
  const file = scormPackage(site, bytes, title, '1.2.3').get('imsmanifest.xml');
  const parser = new DOMParser({ onError: onErrorStopParsing });
  const parsed: Document = parser.parseFromString(new TextDecoder().decode(file), 'text/xml');
  return (name) => [...parsed.getElementsByTagNameNS(cp, name)] as unknown as Element[];
}

it('puts a site for any host into one folder, without the page for learning platforms', () => {
  expect([...siteArchive(site, bytes, 'past-tense-1.2.3').keys()]).toEqual([
    'past-tense-1.2.3/index.html',
    'past-tense-1.2.3/en/a & b.html',
    'past-tense-1.2.3/_astro/x.1.js',
    'past-tense-1.2.3/LICENSE',
  ]);
});

it('says by its manifest that it is a package of SCORM 1.2', () => {
  const elements = manifest('Past Tense');
  expect(elements('schema').map(({ textContent }) => textContent)).toEqual(['ADL SCORM']);
  expect(elements('schemaversion').map(({ textContent }) => textContent)).toEqual(['1.2']);
  expect(elements('manifest')[0]?.getAttribute('version')).toBe('1.2.3');
});

it('has one organization with one item, which leads to the launch page', () => {
  const elements = manifest('Events <& "more">');
  const [organization, ...otherOrganizations] = elements('organization');
  const [item, ...otherItems] = elements('item');
  const [resource, ...otherResources] = elements('resource');
  expect([...otherOrganizations, ...otherItems, ...otherResources]).toEqual([]);
  expect(elements('organizations')[0]?.getAttribute('default')).toBe(
    organization?.getAttribute('identifier'),
  );
  expect(item?.getAttribute('identifierref')).toBe(resource?.getAttribute('identifier'));
  expect(resource?.getAttribute('href')).toBe('launch.html');
  expect(resource?.getAttributeNS(adlcp, 'scormtype')).toBe('sco');
  expect(elements('title').map(({ textContent }) => textContent)).toEqual(Array(2).fill('Events <& "more">'));
});

it('lists every file of the package but the manifest itself, as addresses', () => {
  expect(manifest('x')('file').map((file) => file.getAttribute('href'))).toEqual([
    'LICENSE',
    '_astro/x.1.js',
    'en/a%20%26%20b.html',
    'index.html',
    'launch.html',
  ]);
});
