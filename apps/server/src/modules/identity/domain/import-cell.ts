import { isCivilDate } from '@makaverse/calendar';
import type { Column } from './import-columns.ts';
import type { ImportedRow } from './import-row.ts';

/** What is wrong in one cell. */
export type Fault = ImportedRow['errors'][number];

/** Faults that any column can have: missing, too long, letters that cannot be stored. */
export function cellFaults(columns: readonly Column[], values: Readonly<Record<string, string>>): Fault[] {
  return columns.flatMap(({ name, isRequired, max }): Fault[] => {
    const value = values[name] ?? '';
    if (value === '') return isRequired ? [{ column: name, code: 'missing' }] : [];
    if (Array.from(value).length > max) return [{ column: name, code: 'too-long', params: { max: String(max) } }];
    return /[\p{Cc}\uFFFD]/u.test(value) ? [{ column: name, code: 'control-characters' }] : [];
  });
}

/** A day as offices write it: 2022-03-22, 22/3/2022, 22-03-2022 or 22.03.2022; null when there is no such day in our years. */
export function readDay(value: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : value;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && isCivilDate(iso) && iso >= '1945-08-17' && iso <= '2199-12-31' ? iso : null;
}
