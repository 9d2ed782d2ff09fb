import { cutText, isRecord, list } from './read-value.ts';
import type { Words } from './recording.ts';

/**
 * A table of what the learner's code did in each of several situations, or answered to each of several questions:
 *
 *     { "kind": "board", "caption": { "en": "…", "ko": "…" }, "columns": [{ "en": "published", "ko": "발행" }],
 *       "rows": [{ "head": "menus.save(noodles)", "cells": [{ "text": "MenuPriced", "mark": "right" }] }] }
 */
export type BoardDrawing = {
  readonly kind: 'board';
  readonly caption: Words;
  /** Over the heads of the rows: what they name. */
  readonly corner?: Words;
  readonly columns: readonly Words[];
  readonly rows: readonly BoardRow[];
};

export type BoardRow = {
  readonly head: Words;
  /** One for each column. */
  readonly cells: readonly BoardCell[];
};

export type BoardCell = {
  readonly text: Words;
  /** None for a cell that is neither right nor wrong, such as what a rule says. */
  readonly mark?: BoardMark;
};

/** `not-reached`: no test came so far, or the learner's code failed before. */
export type BoardMark = 'right' | 'wrong' | 'not-reached';

const marks: readonly string[] = ['right', 'wrong', 'not-reached'] satisfies BoardMark[];

/** What of a board is kept. */
export const boardLimits = { columns: 8, rows: 40, textCharacters: 200 } as const;

/** Reads a board: a cell that is missing or of another shape was not reached. None at all without columns and rows. */
export function readBoard(received: Record<string, unknown>): BoardDrawing | undefined {
  const columns = list(received['columns'], boardLimits.columns).map(readWords);
  const rows = list(received['rows'], boardLimits.rows)
    .filter(isRecord)
    .map((row) => {
      const cells = list(row['cells'], columns.length);
      return { head: readWords(row['head']), cells: columns.map((_, index) => readCell(cells[index])) };
    });
  if (columns.length === 0 || rows.length === 0) return undefined;
  return {
    kind: 'board',
    caption: readWords(received['caption']),
    ...(received['corner'] === undefined ? {} : { corner: readWords(received['corner']) }),
    columns,
    rows,
  };
}

function readCell(cell: unknown): BoardCell {
  if (!isRecord(cell)) return { text: '', mark: 'not-reached' };
  const mark = cell['mark'];
  return { text: readWords(cell['text']), ...(isMark(mark) ? { mark } : {}) };
}

const isMark = (mark: unknown): mark is BoardMark => typeof mark === 'string' && marks.includes(mark);

function readWords(words: unknown): Words {
  const cut = (text: unknown) => cutText(text, boardLimits.textCharacters);
  return isRecord(words) ? { en: cut(words['en']), ko: cut(words['ko']) } : cut(words);
}
