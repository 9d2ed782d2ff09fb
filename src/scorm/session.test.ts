import { Scorm12API } from 'scorm-again';
import { beforeEach, expect, it, vi } from 'vitest';
import { beginSession } from './session.ts';

const exercises = [
  { id: 'cart/late', key: 'aaaaa' },
  { id: 'cart/early', key: 'bbbbb' },
  { id: 'stock/why', key: 'ccccc' },
];

/** A platform as scorm-again makes one, that keeps what it was told from one session to the next. */
function platform(kept: Readonly<Record<string, string>> = {}): Scorm12API {
  const api = new Scorm12API({ autocommit: false });
  api.cmi.core.student_id = 'kim';
  api.loadFromFlattenedJSON(kept, '');
  return api;
}

const refusals = vi.fn<(why: string) => void>();
const begin = (api: Scorm12API, now?: () => number) => beginSession(api, exercises, refusals, now)!;

beforeEach(() => refusals.mockReset());

it('begins a course that nobody has begun as incomplete', () => {
  const api = platform();
  const session = begin(api);
  expect(session).toMatchObject({ learner: 'kim', passed: [], place: '' });
  expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
  expect(refusals).not.toHaveBeenCalled();
});

it('reports each pass as a share of all exercises, and completion with the last', () => {
  const api = platform();
  const session = begin(api);
  const commits = vi.spyOn(api, 'LMSCommit');

  session.report(['stock/why']);
  expect(api.LMSGetValue('cmi.core.score.raw')).toBe('33');
  expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
  session.report(['stock/why', 'cart/late']);
  expect(api.LMSGetValue('cmi.core.score.raw')).toBe('66');
  session.report(['stock/why', 'cart/late', 'cart/early']);
  expect(api.LMSGetValue('cmi.core.score.raw')).toBe('100');
  expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('completed');
  expect(commits).toHaveBeenCalledTimes(3);
  expect(refusals).not.toHaveBeenCalled();
});

it('reports nothing where nothing is new', () => {
  const api = platform({ 'cmi.suspend_data': '1:aaaaa' });
  const session = begin(api);
  const commits = vi.spyOn(api, 'LMSCommit');
  session.report(['cart/late', 'of/another-course']);
  expect(commits).not.toHaveBeenCalled();
});

it('finds the passes of another machine, and never takes one back', () => {
  const first = platform();
  begin(first).report(['cart/late', 'stock/why']);
  const second = platform({ 'cmi.suspend_data': first.LMSGetValue('cmi.suspend_data') });
  const session = begin(second);
  expect(session.passed).toEqual(['cart/late', 'stock/why']);
  session.report(['cart/early']);
  expect(second.LMSGetValue('cmi.core.lesson_status')).toBe('completed');
});

it('keeps what an exercise that is gone had brought, and does not count it', () => {
  const api = platform({ 'cmi.suspend_data': '1:zzzzzaaaaa' });
  const session = begin(api);
  expect(session.passed).toEqual(['cart/late']);
  session.report(['cart/early']);
  expect(api.LMSGetValue('cmi.suspend_data')).toBe('1:zzzzzaaaaabbbbb');
  expect(api.LMSGetValue('cmi.core.score.raw')).toBe('66');
});

it('leaves a course completed that has more exercises by now', () => {
  const api = platform({ 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': '1:aaaaabbbbb' });
  begin(api);
  expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('completed');
});

it.each(['', '2:aaaaa', 'of another course', '1:aaa'])('begins anew where the platform kept %j', (kept) => {
  expect(begin(platform({ 'cmi.suspend_data': kept })).passed).toEqual([]);
});

it('ends once, with the time that it took, so that the platform keeps what it was told', () => {
  const api = platform();
  let clock = 1_000_000;
  const session = begin(api, () => clock);
  clock += ((26 * 60 + 3) * 60 + 4) * 1000 + 999;
  // What it was told by hand cannot be read afterwards.
  const told = vi.spyOn(api, 'LMSSetValue');
  session.end();
  expect(told.mock.calls).toEqual([
    ['cmi.core.session_time', '0026:03:04'],
    ['cmi.core.exit', 'suspend'],
  ]);
  expect(api.isTerminated()).toBe(true);
  expect(refusals).not.toHaveBeenCalled();
});

it('keeps the page, unless its name is longer than a platform can keep', () => {
  const api = platform();
  const session = begin(api);
  session.keepPlace('ko/cart/late.html#why');
  session.keepPlace(`ko/${'x'.repeat(255)}.html`);
  expect(api.LMSGetValue('cmi.core.lesson_location')).toBe('ko/cart/late.html#why');
});

it('tells in the words of the platform what it refuses', () => {
  const api = platform();
  api.LMSInitialize('');
  expect(beginSession(api, exercises, refusals)).toBeUndefined();
  expect(refusals).toHaveBeenCalledWith(api.LMSGetErrorString('101'));
});
