/**
 * Rows as a CSV file that spreadsheets open as it is meant: with a byte order mark, or Excel takes UTF-8 for something else, and
 * without formulas. A cell that would be one gets an apostrophe in front, as OWASP recommends (CSV Injection).
 */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): Blob =>
  new Blob([`\uFEFF${csvOf(rows)}`], { type: 'text/csv;charset=utf-8' });

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Full-width signs begin a formula where East Asian languages are set. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
