import { positionKind } from '@makaverse/contract/identity-directory';
import { fold } from './fold.ts';
import { cellFaults, readDay, type Fault } from './import-cell.ts';
import { listedWord, peopleColumns } from './import-columns.ts';
import type { ImportedRow } from './import-row.ts';
import { secondHeads } from './second-heads.ts';
import type { KnownDirectory, KnownPosition, PersonChange } from './people-change.ts';
import { isCovered, overlaps } from './position-rules.ts';

interface Row {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}
interface Around {
  readonly known: KnownDirectory;
  readonly positionsOf: ReadonlyMap<string, readonly KnownPosition[]>;
  readonly today: string;
  /** First row and name of each address in the file; first row of each position. */
  readonly firstOf: Map<string, { row: number; name: string }>;
  readonly firstPosition: Map<string, number>;
}
interface Judged {
  readonly row: Row;
  readonly faults: readonly Fault[];
  readonly change: PersonChange | null;
}

/** Judges rows of people and positions against the directory and against each other. */
export function judgePeople(
  rows: readonly Row[],
  known: KnownDirectory,
  today: string,
): { readonly judged: readonly ImportedRow[]; readonly changes: readonly PersonChange[] } {
  const positionsOf = Map.groupBy(known.positions, (position) => position.personId);
  const around: Around = { known, positionsOf, today, firstOf: new Map(), firstPosition: new Map() };
  const read = rows.map((row) => readRow(row, around));
  const heads = secondHeads(
    read.flatMap(({ change }) => change ?? []),
    known.positions,
  );
  const judged = read.map(({ row, faults, change }): ImportedRow => {
    const second = heads.get(row.row);
    const all = second === undefined ? faults : [...faults, { column: 'position', code: 'second-head', params: { name: second } }];
    return { row: row.row, values: row.values, errors: all, change: all.length > 0 || !change ? 'wrong' : change.change };
  });
  const changes = read.flatMap(({ change }) => (change && !heads.has(change.row) ? [change] : []));
  return { judged, changes };
}

const emailForm = /^[^\s@"<>,;:()[\]\\]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

function readRow(row: Row, around: Around): Judged {
  const value = (name: string): string => row.values[name] ?? '';
  const faults = cellFaults(peopleColumns, row.values);
  const fault = (column: string, code: string, params?: Readonly<Record<string, string>>): void =>
    void faults.push({ column, code, ...(params && { params }) });
  const has = (name: string): boolean => value(name) !== '' && !faults.some((one) => one.column === name);
  const email = value('email').toLowerCase();
  if (has('email') && !emailForm.test(email)) fault('email', 'wrong-email', { value: value('email') });
  const first = around.firstOf.get(email);
  if (first && fold(first.name) !== fold(value('name'))) fault('email', 'email-other-name', { other: String(first.row) });
  if (!first && has('email')) around.firstOf.set(email, { row: row.row, name: value('name') });
  const kind = positionKind.safeParse(listedWord('position', value('position')));
  if (has('position') && !kind.success)
    fault('position', 'unknown-kind', { value: value('position'), choices: positionKind.options.join(', ') });
  const acting = readActing(value('acting'));
  if (acting === undefined) fault('acting', 'unknown-kind', { value: value('acting'), choices: 'plt, plh' });
  const day = (column: string): string | null => {
    const read = has(column) ? readDay(value(column)) : null;
    if (has(column) && read === null) fault(column, 'wrong-date', { value: value(column) });
    return read;
  };
  const [from, to] = [day('validFrom'), day('validTo')];
  const unit = around.known.units.get(value('unit'));
  if (has('unit') && !unit) fault('unit', 'unknown-unit', { value: value('unit') });
  if (faults.length > 0 || !kind.success || acting === undefined || !unit) return { row, faults, change: null };
  const person = around.known.people.get(email) ?? null;
  const plan = {
    email,
    name: value('name'),
    phone: value('phone') || null,
    person,
    unitId: unit.id,
    kind: kind.data,
    title: value('title'),
    acting,
  };
  const change = matchPosition(row.row, plan, { from, to, around });
  const key = `${email} ${unit.id} ${kind.data} ${change.from}`;
  const twin = around.firstPosition.get(key);
  if (twin !== undefined) fault('email', 'duplicate-row', { other: String(twin) });
  around.firstPosition.set(key, twin ?? row.row);
  if (change.to !== null && change.to <= change.from) fault('validTo', 'date-order');
  if (!isCovered({ from: change.from, to: change.to }, unit.periods)) fault('unit', 'unknown-unit', { value: value('unit') });
  const other = person && (around.positionsOf.get(person.id) ?? []).find((one) => isRival(one, change));
  if (other) fault('validFrom', 'position-overlaps', { since: other.from });
  return { row, faults, change: faults.length > 0 ? null : change };
}

function readActing(value: string): 'plt' | 'plh' | null | undefined {
  const word = fold(value).replaceAll('.', '');
  return word === '' || word === '-' ? null : word === 'plt' || word === 'plh' ? word : undefined;
}

/** The same position of the same person, overlapping in time, that the row does not mean to change. */
function isRival(position: KnownPosition, change: PersonChange): boolean {
  return (
    position.id !== change.positionId && position.unitId === change.unitId && position.kind === change.kind && overlaps(position, change)
  );
}

type Plan = Pick<PersonChange, 'email' | 'name' | 'phone' | 'person' | 'unitId' | 'kind' | 'title' | 'acting'>;

/** Finds the position a row means: by its first day where the row gives one, else the one that runs. */
function matchPosition(row: number, plan: Plan, given: { from: string | null; to: string | null; around: Around }): PersonChange {
  const held = (plan.person && given.around.positionsOf.get(plan.person.id)) ?? [];
  const match = held.find(
    (one) => one.unitId === plan.unitId && one.kind === plan.kind && (given.from === null ? one.to === null : one.from === given.from),
  );
  if (!match) return { row, change: 'new', ...plan, from: given.from ?? given.around.today, to: given.to, positionId: null };
  const to = given.to ?? match.to;
  const isSamePerson = plan.person?.name === plan.name && (plan.phone === null || plan.phone === plan.person.phone);
  const isSame = isSamePerson && match.title === plan.title && match.acting === plan.acting && match.to === to;
  return { row, change: isSame ? 'same' : 'changed', ...plan, from: match.from, to, positionId: match.id };
}
