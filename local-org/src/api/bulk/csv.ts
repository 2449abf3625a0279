import { OrgError } from '../../errors.ts';

/** Delimiters by the names the Bulk API gives them. */
export const delimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`'
};

/** Reads CSV: quoted fields may hold delimiters, line breaks and doubled quotes. Empty lines are left out. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter);
    row.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') throw badCsv(rows.length + 1);
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new OrgError('INVALID_CONTENT', 'The CSV ends inside a quoted field.');
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function badCsv(line: number): OrgError {
  return new OrgError('INVALID_CONTENT', `Record ${String(line)} of the CSV has text behind a quoted field.`);
}

/** Writes rows as CSV. */
export function formatCsv(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  return rows.map((row) => row.map((value) => quotedIfNeeded(value, delimiter)).join(delimiter) + lineEnd).join('');
}

function quotedIfNeeded(value: string, delimiter: string): string {
  if (!value.includes('"') && !value.includes(delimiter) && !/[\r\n]/.test(value) && value.trim() === value)
    return value;
  return `"${value.replaceAll('"', '""')}"`;
}
