/**
 * Cells of a spreadsheet as the clipboard holds them: tabs between cells, lines between rows, and a cell with either of them inside
 * in quotes, where a doubled quote is one (as Excel, LibreOffice and Google Sheets write them).
 */
export function readPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)!.push(cell);
    const isLast = end >= text.length;
    if (text[end] === '\t') at = end + 1;
    else at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (text[end] === '\t' && at >= text.length) rows.at(-1)!.push('');
    else if (text[end] !== '\t' && !isLast && at < text.length) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function plainCell(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !'\t\r\n'.includes(text[end]!)) end += 1;
  return { cell: text.slice(start, end).trim(), end };
}

function quotedCell(text: string, start: number): { cell: string; end: number } {
  let end = start + 1;
  for (;;) {
    const next = text.indexOf('"', end);
    // A quote that is never closed was typed, not written by a spreadsheet.
    if (next === -1) return plainCell(text, start);
    if (text[next + 1] !== '"') {
      end = next;
      break;
    }
    end = next + 2;
  }
  const after = end + 1;
  if (after < text.length && !'\t\r\n'.includes(text[after]!)) return plainCell(text, start);
  return {
    cell: text
      .slice(start + 1, end)
      .replaceAll('""', '"')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    end: after,
  };
}

/** Whether it is more than one cell; a single one is left to the browser. */
export function isTable(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}
