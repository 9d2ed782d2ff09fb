import { describe, expect, it } from 'vitest';
import { drawingApi } from './drawing-api.ts';
import { boardLimits } from './board-drawing.ts';
import { drawingLimits, readDrawing, type WallDrawing } from './drawing.ts';

const readWall = (received: unknown) => readDrawing(received) as WallDrawing | undefined;
const note = (id: string) => ({ id, kind: 'event', text: { en: 'Moved', ko: '옮겼다' } });

it('reads the notes and arrows of a wall', () => {
  const wall = {
    kind: 'wall',
    notes: [
      { ...note('1'), name: 'Moved', wrong: true },
      { ...note('2'), kind: 'policy' },
    ],
    arrows: [{ from: '1', to: '2' }],
  };
  expect(readDrawing(wall)).toEqual({
    kind: 'wall',
    notes: [
      { id: '1', kind: 'event', text: { en: 'Moved', ko: '옮겼다' }, name: 'Moved', wrong: true },
      { id: '2', kind: 'policy', text: { en: 'Moved', ko: '옮겼다' }, wrong: false },
    ],
    arrows: wall.arrows,
  });
});

it('is no drawing, and no failure of the test, if what the learner wrote cannot be read', () => {
  const told: unknown[] = [];
  const hostile = {
    kind: 'wall',
    get notes(): unknown {
      throw new Error('not for you');
    },
  };
  drawingApi(
    (message) => told.push(message),
    () => undefined,
    () => undefined,
  ).attachDrawing(hostile);
  expect(told).toEqual([]);
});

describe('out of the sandbox', () => {
  it.each([
    ['no object', 'wall'],
    ['null', null],
    ['another kind', { kind: 'film', notes: [note('1')] }],
    ['a wall without notes', { kind: 'wall', notes: [], arrows: [] }],
    ['notes that are no list', { kind: 'wall', notes: { length: 1, 0: note('1') } }],
    ['only notes of another shape', { kind: 'wall', notes: ['1', null, { id: 2 }, { id: '', text: {} }] }],
  ])('drops %s', (_, received) => {
    expect(readDrawing(received)).toBeUndefined();
  });

  it('gives no kind to a note of an unknown one, and no text to one without', () => {
    const drawing = readWall({ kind: 'wall', notes: [{ id: '1', kind: 'toString', text: { en: 7 } }] });
    expect(drawing?.notes).toEqual([{ id: '1', text: { en: '', ko: '' }, wrong: false }]);
  });

  it('drops what the types do not name', () => {
    const drawing = readWall({ kind: 'wall', notes: [{ ...note('1'), html: '<b>' }], more: 1 });
    expect(Object.keys(drawing ?? {})).toEqual(['kind', 'notes', 'arrows']);
    expect(Object.keys(drawing?.notes[0] ?? {})).toEqual(['id', 'kind', 'text', 'wrong']);
  });

  it('drops arrows that begin or end at no note, and keeps one note of each id', () => {
    const arrows = [{ from: '1', to: '9' }, { from: '9', to: '1' }, { from: '1', to: '1' }, 'arrow', null];
    const drawing = readWall({ kind: 'wall', notes: [note('1'), note('1')], arrows });
    expect(drawing?.notes).toHaveLength(1);
    expect(drawing?.arrows).toEqual([{ from: '1', to: '1' }]);
  });

  it.each<object>([{ slice: 5 }, { constructor: 5 }, { length: 4_000_000_000 }])(
    'reads a list with %j',
    (more) => {
      const notes = Object.assign([note('1')], more);
      expect(readWall(structuredClone({ kind: 'wall', notes }))?.notes).toHaveLength(1);
    },
  );

  it('cuts lists and texts that are too long', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => note(String(index)));
    const arrows = Array.from({ length: 5_000 }, () => ({ from: '0', to: '1' }));
    const [first, ...others] = many;
    const long = { ...first, name: 'n'.repeat(9_000), text: { en: 'e'.repeat(9_000), ko: '' } };
    const drawing = readWall({ kind: 'wall', notes: [long, ...others], arrows });
    expect(drawing?.notes).toHaveLength(drawingLimits.notes);
    expect(drawing?.arrows).toHaveLength(drawingLimits.arrows);
    expect(drawing?.notes[0]?.name).toHaveLength(drawingLimits.textCharacters);
    expect(drawing?.notes[0]?.text.en).toHaveLength(drawingLimits.textCharacters);
  });
});

describe('a board', () => {
  const cell = { text: 'MenuPriced', mark: 'right' };
  const board = {
    kind: 'board',
    caption: 'c',
    columns: ['published'],
    rows: [{ head: 'save', cells: [cell] }],
  };

  it('is read with its heads, cells and marks; words stand in both languages, code in none', () => {
    const words = { en: 'nothing', ko: '없음' };
    const whole = { ...board, corner: words, columns: [words, 'n'] };
    const rows = [{ head: 'save', cells: [cell, { text: words }] }];
    expect(readDrawing({ ...whole, rows })).toEqual({ ...whole, rows });
  });

  it.each([
    ['columns', { ...board, columns: [] }],
    ['rows', { ...board, rows: [] }],
    ['rows of the right shape', { ...board, rows: ['save', null] }],
    ['columns in a list', { ...board, columns: { 0: 'published', length: 1 } }],
  ])('is none without %s', (_, received) => {
    expect(readDrawing(received)).toBeUndefined();
  });

  it('has a cell for each column: what is missing or of another shape was not reached', () => {
    const rows = [{ head: 'save', cells: ['MenuPriced', cell, cell] }, { head: 'delete' }];
    const read = readDrawing({ ...board, columns: ['a', 'b'], rows });
    const notReached = { text: '', mark: 'not-reached' };
    expect(read).toMatchObject({
      rows: [{ cells: [notReached, cell] }, { cells: [notReached, notReached] }],
    });
  });

  it('drops marks and properties that the types do not name', () => {
    const rows = [{ head: 'save', html: '<b>', cells: [{ text: 'a', mark: 'toString', wrong: true }] }];
    expect(readDrawing({ ...board, rows, more: 1 })).toEqual({
      ...board,
      rows: [{ head: 'save', cells: [{ text: 'a' }] }],
    });
  });

  it('cuts lists and texts that are too long', () => {
    const long = 'x'.repeat(9_000);
    const read = readDrawing({
      ...board,
      caption: { en: long, ko: long },
      columns: Array.from({ length: 5_000 }, () => long),
      rows: Array.from({ length: 5_000 }, () => ({ head: long, cells: [{ text: long }] })),
    });
    expect(read).toMatchObject({
      columns: { length: boardLimits.columns },
      rows: { length: boardLimits.rows },
    });
    expect(JSON.stringify(read).length).toBeLessThan(40 * (8 * 50 + 2 * 300) + 5_000);
  });

  it('grows from mark to mark, and shows as not reached what nobody marked', () => {
    const told: unknown[] = [];
    const { drawBoard } = drawingApi(
      (message) => told.push(message),
      () => undefined,
      () => undefined,
    );
    const drawn = drawBoard({
      caption: 'c',
      columns: { published: 'published', pending: 'pending' },
      rows: { save: 'menus.save()', remove: 'menus.delete()' },
    });
    expect(told).toEqual([]);
    drawn.mark('remove', 'published', { text: 'none', mark: 'wrong' });
    drawn.mark('save', 'pending', { text: 'two' });
    const notReached = { text: '', mark: 'not-reached' };
    expect(told.at(-1)).toEqual({
      kind: 'drawing',
      drawing: {
        kind: 'board',
        caption: 'c',
        columns: ['published', 'pending'],
        rows: [
          { head: 'menus.save()', cells: [notReached, { text: 'two' }] },
          { head: 'menus.delete()', cells: [{ text: 'none', mark: 'wrong' }, notReached] },
        ],
      },
    });
  });
});
