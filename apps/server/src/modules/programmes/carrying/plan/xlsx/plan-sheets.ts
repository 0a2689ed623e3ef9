import { text } from '#platform/language';

/** The sheets of a plan's workbook, in their order. */
export const sheetKeys = ['milestones', 'indicators', 'money'] as const;
export type SheetKey = (typeof sheetKeys)[number];

/** The columns that are always there, by the fields they hold. */
export const fixedColumns = {
  milestones: ['number', 'title', 'weight', 'unit', 'plannedOn', 'promisedOn', 'after', 'id'],
  indicators: ['name', 'measure', 'baselineOn', 'baseline', 'targetOn', 'target', 'id'],
  money: ['code', 'name', 'ceiling', 'contract', 'id'],
} as const satisfies Readonly<Record<SheetKey, readonly string[]>>;

/** A workbook goes from hand to hand among officials, so its words are Indonesian whoever fetched it. */
const word = (key: string, params?: Readonly<Record<string, string>>): string => text('id', `planSheets.${key}`, params);

/** The sheet's name. */
export function sheetTitle(sheet: SheetKey): string {
  return word(`${sheet}.sheet`);
}

/** The heading over a field. */
export function headingOf(sheet: SheetKey, field: string): string {
  return word(`${sheet}.${field}`);
}

/** The heading over dated figures: "Rencana s.d. 31-03-2022". */
export function datedHeading(kind: 'plan' | 'real', on: string): string {
  return word(kind, { on: on.split('-').toReversed().join('-') });
}

/** Of a heading over dated figures, which kind and which date; null for any other. */
export function datedField(heading: string): { kind: 'plan' | 'real'; on: string } | null {
  const found = /^(rencana|realisasi)\b\D*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/i.exec(heading.trim());
  if (!found) return null;
  const [, kind, day, month, year] = found as unknown as [string, string, string, string, string];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isReal = new Date(`${on}T00:00:00Z`).toJSON()?.startsWith(on) ?? false;
  return isReal ? { kind: kind.toLowerCase() === 'rencana' ? 'plan' : 'real', on } : null;
}

/** "C4" of a row and a column, both from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
