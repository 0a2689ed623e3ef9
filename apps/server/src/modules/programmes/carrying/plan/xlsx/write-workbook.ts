import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { datedHeading, fixedColumns, headingOf, sheetKeys, sheetTitle, type SheetKey } from './plan-sheets.ts';

type Field = string | number | Date | null;
/** A row by field; dated fields are `plan 2022-03-31` and `real 2022-03-31`. */
type Row = Readonly<Record<string, Field>>;

const widths: Readonly<Record<string, number>> = {
  number: 6,
  title: 44,
  name: 44,
  weight: 8,
  unit: 24,
  after: 16,
  measure: 12,
  code: 26,
  id: 38,
};
const rupiah = '#,##0';

/** The plan as a workbook; the same plan gives the same sheets. */
export async function planWorkbook(plan: ProgrammePlan): Promise<Buffer> {
  const rows: Readonly<Record<SheetKey, readonly Row[]>> = {
    milestones: plan.milestones.map((one) => ({
      number: one.position,
      title: one.title,
      weight: one.weight,
      unit: one.unit?.shortName ?? null,
      plannedOn: dateOf(one.plannedOn),
      promisedOn: dateOf(one.promisedOn),
      after: one.after.join('; ') || null,
      id: one.id,
    })),
    indicators: plan.indicators.map((one) => ({
      name: one.name,
      measure: one.measure,
      baselineOn: dateOf(one.baseline.on),
      baseline: one.baseline.value,
      targetOn: dateOf(one.target.on),
      target: one.target.value,
      id: one.id,
      ...Object.fromEntries(one.points.map((point) => [`plan ${point.on}`, point.value])),
      ...Object.fromEntries(one.values.map((point) => [`real ${point.on}`, point.value])),
    })),
    money: plan.budget.map((one) => ({
      code: one.code,
      name: one.name,
      ceiling: one.ceiling,
      contract: one.contract,
      id: one.id,
      ...Object.fromEntries(one.plan.map((point) => [`plan ${point.on}`, point.amount])),
      ...Object.fromEntries(one.spent.map((point) => [`real ${point.on}`, point.amount])),
    })),
  };
  const sheets = sheetKeys.map((sheet) => {
    const fields = [...fixedColumns[sheet], ...datedFields(rows[sheet])];
    return {
      sheet: sheetTitle(sheet),
      data: [
        headingRow(sheet, fields),
        ...rows[sheet].map((row) => fields.map((field) => cellOf(row[field] ?? null, sheet === 'money'))),
      ] as SheetData,
      columns: fields.map((field) => ({ width: widths[field] ?? 18 })),
      stickyRowsCount: 1,
    };
  });
  return writeXlsxFile(sheets).toBuffer();
}

const dateOf = (on: string): Date => new Date(`${on}T00:00:00Z`);

function datedFields(rows: readonly Row[]): string[] {
  const fields = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => /^(plan|real) /.test(field))));
  // By date, and of one date the plan before what became of it.
  return [...fields].toSorted((a, b) => (a.slice(5) + a < b.slice(5) + b ? -1 : 1));
}

function headingRow(sheet: SheetKey, fields: readonly string[]): Cell[] {
  return fields.map((field): Cell => {
    const dated = /^(plan|real) (.+)$/.exec(field);
    const value = dated ? datedHeading(dated[1] as 'plan' | 'real', dated[2]!) : headingOf(sheet, field);
    return { value, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
  });
}

function cellOf(value: Field, isMoney: boolean): Cell {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'dd-mm-yyyy' };
  if (typeof value === 'number') return { value, type: Number, ...(isMoney && { format: rupiah }) };
  // Text stays text: a code such as 0001 must not lose its zeros.
  return { value, type: String, format: '@' };
}
