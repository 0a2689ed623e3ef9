import { presentingGroup, unitKind, type UnitKind } from '@makaverse/contract/identity-directory';
import { cellFaults, readDay, type Fault } from './import-cell.ts';
import { listedWord, unitColumns } from './import-columns.ts';
import type { ImportedRow } from './import-row.ts';

/** A unit of the directory in its newest version. */
export interface KnownUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  readonly presentingGroup: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What a good row asks for. */
export interface UnitChange {
  readonly row: number;
  readonly change: 'new' | 'changed' | 'same';
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  readonly presentingGroup: (typeof presentingGroup.options)[number] | null;
  readonly from: string;
}

interface Row {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Judges rows of units against the directory and against each other. Pure: the same rows and directory give the same judgement. */
export function judgeUnits(
  rows: readonly Row[],
  known: readonly KnownUnit[],
  today: string,
): { readonly judged: readonly ImportedRow[]; readonly changes: readonly UnitChange[] } {
  const knownByCode = new Map(known.map((unit) => [unit.code, unit]));
  const firstRowOf = new Map<string, number>();
  for (const { row, values } of rows) {
    const code = values['code'] ?? '';
    if (code !== '' && !firstRowOf.has(code)) firstRowOf.set(code, row);
  }
  const read = rows.map((row) => readRow(row, { knownByCode, firstRowOf, today }));
  const parents = new Map<string, string | null>(known.map((unit) => [unit.code, unit.parentCode]));
  const starts = new Map<string, string>(known.flatMap((unit) => (unit.validTo === null ? [[unit.code, unit.validFrom]] : [])));
  for (const { change } of read) {
    if (!change) continue;
    parents.set(change.code, change.parentCode);
    if (!knownByCode.has(change.code)) starts.set(change.code, change.from);
  }
  const judged = read.map(({ row, faults, change }): ImportedRow => {
    const all = [...faults, ...(change ? placeFaults(change, { parents, starts, firstRowOf }) : [])];
    return { row: row.row, values: row.values, errors: all, change: all.length > 0 || !change ? 'wrong' : change.change };
  });
  const wrong = new Set(judged.filter((one) => one.change === 'wrong').map((one) => one.row));
  return { judged, changes: read.flatMap(({ change }) => (change && !wrong.has(change.row) ? [change] : [])) };
}

interface Around {
  readonly knownByCode: ReadonlyMap<string, KnownUnit>;
  readonly firstRowOf: ReadonlyMap<string, number>;
  readonly today: string;
}

function readRow(row: Row, around: Around): { row: Row; faults: readonly Fault[]; change: UnitChange | null } {
  const { values } = row;
  const value = (name: string): string => values[name] ?? '';
  const faults = cellFaults(unitColumns, values);
  const has = (name: string): boolean => value(name) !== '' && !faults.some((fault) => fault.column === name);
  const first = around.firstRowOf.get(value('code'));
  if (first !== undefined && first !== row.row) faults.push({ column: 'code', code: 'duplicate-code', params: { other: String(first) } });
  const kind = unitKind.safeParse(listedWord('kind', value('kind')));
  if (has('kind') && !kind.success) faults.push(unknownWord('kind', value('kind'), unitKind.options));
  const group = presentingGroup.safeParse(listedWord('presentingGroup', value('presentingGroup')));
  if (has('presentingGroup') && !group.success)
    faults.push(unknownWord('presentingGroup', value('presentingGroup'), presentingGroup.options));
  const old = around.knownByCode.get(value('code'));
  const from = has('validFrom') ? readDay(value('validFrom')) : around.today;
  if (from === null) faults.push({ column: 'validFrom', code: 'wrong-date', params: { value: value('validFrom') } });
  if (old && old.validTo !== null) faults.push({ column: 'code', code: 'unit-closed' });
  if (faults.length > 0 || !kind.success || from === null) return { row, faults, change: null };
  const plan = {
    code: value('code'),
    name: value('name'),
    shortName: value('shortName') || value('name').slice(0, 60),
    kind: kind.data,
    parentCode: value('parent') || null,
    presentingGroup: group.success ? group.data : null,
  };
  const isSame = old !== undefined && (Object.keys(plan) as (keyof typeof plan)[]).every((key) => plan[key] === old[key]);
  if (old && !isSame && from < old.validFrom)
    return { row, faults: [{ column: 'validFrom', code: 'before-newest', params: { since: old.validFrom } }], change: null };
  return { row, faults, change: { row: row.row, change: old ? (isSame ? 'same' : 'changed') : 'new', from, ...plan } };
}

function unknownWord(column: string, value: string, choices: readonly string[]): Fault {
  return { column, code: 'unknown-kind', params: { value, choices: choices.join(', ') } };
}

/** Whether the unit above exists by then, and the way up ends. */
function placeFaults(
  change: UnitChange,
  all: { parents: ReadonlyMap<string, string | null>; starts: ReadonlyMap<string, string>; firstRowOf: ReadonlyMap<string, number> },
): Fault[] {
  if (change.parentCode === null || change.change === 'same') return [];
  const start = all.starts.get(change.parentCode);
  // A parent whose own row is wrong is told there, not here again.
  if (start === undefined && all.firstRowOf.has(change.parentCode) && change.parentCode !== change.code) return [];
  if (start === undefined) return [{ column: 'parent', code: 'unknown-parent', params: { value: change.parentCode } }];
  if (start > change.from) return [{ column: 'parent', code: 'parent-younger', params: { since: start } }];
  const seen = new Set([change.code]);
  for (let code: string | null | undefined = change.parentCode; code; code = all.parents.get(code)) {
    if (seen.has(code)) return code === change.code ? [{ column: 'parent', code: 'parent-circle' }] : [];
    seen.add(code);
  }
  return [];
}
