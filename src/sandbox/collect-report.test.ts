import { expect, it } from 'vitest';
import { createCollector } from './collect-report.ts';
import { limits } from './report.ts';

it('tells which test was running when the run was ended', () => {
  const collector = createCollector(() => 0);
  collector.accept({ kind: 'begin', test: 'first' });
  collector.accept({ kind: 'test', test: { name: 'first', state: 'passed', assertions: 1, errors: [] } });
  collector.accept({ kind: 'begin', test: 'second' });

  const report = collector.report({ kind: 'timed-out', limitMs: 5000 });
  expect(report.ending).toEqual({ kind: 'timed-out', limitMs: 5000, running: 'second' });
  expect(report.tests.map(({ name }) => name)).toEqual(['first']);
});

it('calls more messages than the limit a flood, whatever they are', () => {
  const collector = createCollector(() => 0);
  for (let sent = 0; sent < limits.messages; sent += 1) expect(collector.accept('noise')).toBe('more');
  expect(collector.accept({ kind: 'end' })).toBe('flood');
});

it('keeps the last wall, and of boards with one caption the last, up to three drawings', () => {
  const collector = createCollector(() => 0);
  expect(collector.report({ kind: 'ended' }).drawings).toEqual([]);
  const board = {
    kind: 'board',
    caption: 'c',
    columns: ['a'],
    rows: [{ head: 'b', cells: [{ text: 't' }] }],
  };
  const other = { ...board, caption: 'd' };
  for (const drawing of [{ ...board, columns: ['z'] }, board]) collector.accept({ kind: 'drawing', drawing });
  for (const id of ['first', 'last']) {
    const drawing = { kind: 'wall', notes: [{ id, text: { en: id, ko: id } }], arrows: [] };
    collector.accept({ kind: 'drawing', drawing });
  }
  collector.accept({ kind: 'drawing', drawing: 'hostile' });

  for (const drawing of [other, { ...other, caption: 'e' }]) collector.accept({ kind: 'drawing', drawing });
  expect(collector.report({ kind: 'ended' }).drawings).toMatchObject([
    board,
    { notes: [{ id: 'last' }] },
    other,
  ]);
});

it('keeps rejections apart from errors, which are judged', () => {
  const collector = createCollector(() => 0);
  const error = { name: 'Error', message: 'm', frames: [] };
  collector.accept({ kind: 'uncaught', source: 'rejection', error });
  collector.accept({ kind: 'uncaught', source: 'error', error });
  expect(collector.accept({ kind: 'end' })).toBe('ended');

  const report = collector.report({ kind: 'ended' });
  expect([report.uncaught.length, report.unhandledRejections.length]).toEqual([1, 1]);
});
