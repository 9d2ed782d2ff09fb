import { describe, expect, it } from 'vitest';
import { checkSite, refuseUnknownChapters } from './site-settings.ts';

const file = 'site.config.ts';
const least = { name: 'Academy', description: { en: 'A course.', ko: '강의.' } };
const outline = {
  chapters: ['events', 'aggregates'].map((id) => ({ id, title: { en: id, ko: id }, lessons: [] })),
};

describe('checkSite', () => {
  it('offers every language and the solutions unless the host says otherwise', () => {
    expect(checkSite(file, least)).toEqual({
      ...least,
      languages: ['en', 'ko'],
      solutions: true,
      offline: true,
    });
  });

  it('wants words only in the languages that are offered', () => {
    const chosen = {
      ...least,
      languages: ['ko'],
      description: { ko: '강의.' },
      message: { ko: '안녕하세요' },
    };

    expect(checkSite(file, chosen)).toEqual({ ...chosen, solutions: true, offline: true });
  });

  it.each<[string, unknown, string]>([
    ['no name', { description: least.description }, 'name is missing. Add it.'],
    ['an empty name', { ...least, name: ' ' }, 'name: the text is empty. Correct name.'],
    ['an unknown key', { ...least, chapter: ['events'] }, 'unknown key "chapter". Did you mean chapters?'],
    ['a wrong type', { ...least, solutions: 'no' }, 'solutions: Invalid input: expected boolean'],
    ['an unknown language', { ...least, languages: ['de'] }, 'languages[0]: Invalid option'],
    ['no language', { ...least, languages: [] }, 'languages: no language is offered'],
    ['a language twice', { ...least, languages: ['ko', 'ko'] }, 'languages names "ko" twice. Name it once.'],
    ['no chapter', { ...least, chapters: [] }, 'chapters: no chapter is offered'],
    ['a chapter twice', { ...least, chapters: ['events', 'events'] }, 'chapters names "events" twice'],
    ['an address with a path', { ...least, address: 'https://learn.example/ddd/' }, 'without a path'],
    ['an address of another kind', { ...least, address: 'ftp://learn.example' }, 'not an address'],
    [
      'a description in one of two languages',
      { ...least, description: { en: 'A course.' } },
      'description.ko is missing, and that language is offered. Add it, or take ko out of languages.',
    ],
    ['a message in one of two languages', { ...least, message: { ko: '안녕' } }, 'message.en is missing'],
  ])('refuses %s', (_, found, complaint) => {
    expect(() => checkSite(file, found)).toThrow(complaint);
  });
});

describe('refuseUnknownChapters', () => {
  const site = (chapters: string[]) => checkSite(file, { ...least, chapters });

  it('takes those of the outline', () => {
    expect(() => refuseUnknownChapters(file, site(['aggregates']), outline)).not.toThrow();
  });

  it.each([
    ['aggregate', 'Did you mean aggregates?'],
    ['shipping', 'There are events, aggregates.'],
  ])('names what is near to %s, or all', (id, todo) => {
    expect(() => refuseUnknownChapters(file, site([id]), outline)).toThrow(
      `site.config.ts: chapters names "${id}", which content/outline.yaml does not have. ${todo}`,
    );
  });
});
