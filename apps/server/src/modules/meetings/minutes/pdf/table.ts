import type { Place, Sheet, Style } from '#platform/pdf/sheet';

/** A column; widths are shares of the sheet's width. */
export interface Column {
  readonly heading: string;
  readonly share: number;
  readonly align?: 'left' | 'right';
}

const padding = 4;
const lineColour = '#5b6b75';
const headColour = '#e8edf0';
/** A row of up to so many lines is never split over two pages. */
const keptTogether = 12;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly align: 'left' | 'right';
}

/**
 * Draws a table over as many pages as it needs. The heading is repeated on each page (for the eye; it is read once); a row too high
 * for what is left of a page goes on on the next, so that nothing is ever cut off.
 */
export async function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  styles: { readonly head: Style; readonly body: Style },
): Promise<void> {
  const cellsOf = (texts: readonly string[], style: Style): Cell[] => {
    let x = sheet.left;
    return columns.map((column, index) => {
      const width = column.share * sheet.width;
      const lines = sheet.lines(texts[index] ?? '', width - 2 * padding, style);
      const cell = { x, width, lines, align: column.align ?? 'left' };
      x += width;
      return cell;
    });
  };
  const head = cellsOf(
    columns.map((column) => column.heading),
    styles.head,
  );
  const headHeight = heightOf(head, styles.head);
  const frame = (cells: readonly Cell[], height: number, isHead: boolean): void =>
    sheet.decorate((doc) => {
      doc.save().lineWidth(0.5).strokeColor(lineColour).fillColor(headColour);
      for (const cell of cells) {
        doc.rect(cell.x, sheet.y, cell.width, height);
        if (isHead) doc.fillAndStroke();
        else doc.stroke();
      }
      doc.restore();
    });
  const turn = async (): Promise<void> => {
    await sheet.newPage();
    frame(head, headHeight, true);
    for (const cell of head) sheet.decorateLines(cell.lines, placeOf(cell, sheet.y), styles.head);
    sheet.y += headHeight;
  };
  const table = sheet.open('Table');
  if (!sheet.hasRoom(headHeight + 3 * styles.body.lineHeight)) await sheet.newPage();
  await drawRow(head, styles.head, 'TH');
  for (const row of rows) await drawRow(cellsOf(row, styles.body), styles.body, 'TD');
  sheet.close(table);

  async function drawRow(cells: readonly Cell[], style: Style, role: 'TH' | 'TD'): Promise<void> {
    const most = Math.max(1, ...cells.map((cell) => cell.lines.length));
    const linesThatFit = (): number => Math.floor((sheet.bottom - sheet.y - 2 * padding) / style.lineHeight);
    if (linesThatFit() < Math.min(most, keptTogether)) await turn();
    const row = sheet.open('TR', table);
    const elements = cells.map(() => sheet.open(role, row));
    for (let from = 0; from < most;) {
      if (from > 0) await turn();
      const to = Math.min(most, from + Math.max(1, linesThatFit()));
      const height = (to - from) * style.lineHeight + 2 * padding;
      frame(cells, height, role === 'TH');
      cells.forEach((cell, index) => sheet.draw(elements[index]!, cell.lines.slice(from, to), placeOf(cell, sheet.y), style));
      sheet.y += height;
      from = to;
    }
    sheet.close(row);
  }
}

function placeOf(cell: Cell, y: number): Place {
  return { x: cell.x + padding, y: y + padding, width: cell.width - 2 * padding, align: cell.align };
}

function heightOf(cells: readonly Cell[], style: Style): number {
  return Math.max(1, ...cells.map((cell) => cell.lines.length)) * style.lineHeight + 2 * padding;
}
