import readXlsxFile from 'read-excel-file/node';
import { checkXlsx, XlsxBroken, XlsxTooBig } from '#platform/unpack-xlsx';
import { cellName, sheetKeys, sheetTitle, type SheetKey } from './plan-sheets.ts';
import { scanWorkbook } from './scan-workbook.ts';

/** A number as it stands in the file, before anybody rounds it. */
export class WrittenNumber {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}
export type SheetCell = string | WrittenNumber | boolean | Date | null;

/** A place in the file that cannot stay as it is; its words are in `locales/` under `planFaults.<code>`. */
export interface CellFault {
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The most rows below a heading: more than a plan may hold, so that the list's own limit is what people meet. */
const maxRows = 1000;
const maxColumns = 300;

/** The three sheets as cells, or what is in the way of reading them. */
export async function readWorkbook(
  bytes: Buffer,
): Promise<{ sheets: ReadonlyMap<SheetKey, readonly (readonly SheetCell[])[]>; faults: readonly CellFault[] }> {
  const none = new Map<SheetKey, readonly (readonly SheetCell[])[]>();
  const whole = (code: string): { sheets: typeof none; faults: readonly CellFault[] } => ({
    sheets: none,
    faults: [{ sheet: '', cell: '', found: '', code }],
  });
  try {
    await checkXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxTooBig) return whole('file-too-big');
    if (error instanceof XlsxBroken) return whole('file-unreadable');
    throw error;
  }
  const found = await scanWorkbook(bytes);
  const faults: CellFault[] = [];
  for (const key of sheetKeys) {
    const sheet = sheetTitle(key);
    const one = found.get(sheet);
    const fault = (cell: string, code: string, params?: CellFault['params']): void => {
      if (faults.length < 500) faults.push({ sheet, cell, found: '', code, ...(params && { params }) });
    };
    if (!one) fault('A1', 'sheet-missing');
    else {
      if (one.lastRow > maxRows + 1) fault(cellName(maxRows + 1, 0), 'too-many-rows', { max: maxRows, count: one.lastRow - 1 });
      for (const cell of one.formulas) fault(cell, 'formula');
      for (const range of one.merged) fault(range, 'merged');
    }
  }
  if (faults.length > 0) return { sheets: none, faults };
  // The archive holds no bomb; what its reader still stumbles over is a workbook that is none.
  const read = await readXlsxFile(bytes, { parseNumber: (written) => new WrittenNumber(written), trim: true }).catch(() => null);
  if (read === null) return whole('file-unreadable');
  const data = new Map(read.map((one) => [one.sheet, one.data as unknown as SheetCell[][]]));
  const sheets = new Map(sheetKeys.map((key) => [key, (data.get(sheetTitle(key)) ?? []).map((row) => row.slice(0, maxColumns))]));
  return { sheets, faults };
}
