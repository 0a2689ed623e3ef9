import type { attendance, attendee } from '@makaverse/contract/meetings-room';
import type { UnitBrief } from '@makaverse/contract/primitives';
import type { z } from 'zod';

export type Attendee = z.infer<typeof attendee>;
export type Attendance = z.infer<typeof attendance>;

/** Everybody of one unit, in the order they came. */
export interface UnitPresence {
  readonly unit: UnitBrief;
  readonly people: readonly Attendee[];
  readonly present: number;
}

/** Who came, by unit; units by name, those the reader belongs to first. */
export function presenceByUnit(items: readonly Attendee[], ownUnitIds: readonly string[]): UnitPresence[] {
  const isOwn = (unit: UnitBrief): boolean => ownUnitIds.includes(unit.id);
  return [...Map.groupBy(items, (item) => item.unit.id).values()]
    .map((people) => ({
      unit: people[0]!.unit,
      people: people.toSorted((a, b) => Date.parse(a.cameAt) - Date.parse(b.cameAt) || a.name.localeCompare(b.name, 'id')),
      present: people.filter((one) => one.leftAt === null).length,
    }))
    .sort((a, b) => Number(isOwn(b.unit)) - Number(isOwn(a.unit)) || a.unit.name.localeCompare(b.unit.name, 'id', { numeric: true }));
}

// What stands alone between commas and is short and dotted, or all capitals: "S.T.", "M.Kes", "SE"; "H. Ali" is a name.
const degree = String.raw`\s*(?:(?:\p{L}+\.)+\p{L}*|\p{Lu}{2,4})\s*(?=[,;\n]|$)`;
const divider = new RegExp(String.raw`\n|;|,(?!${degree})`, 'u');

/** Names written one to a line or with commas between; a comma before a degree ("Ahmad, S.T.") divides nothing. */
export function namesIn(text: string): string[] {
  const names = text
    .split(divider)
    .map((name) => name.replace(/^\s*(?:\d+[.)]|[-*•])\s+/u, '').trim())
    .filter(Boolean);
  return [...new Set(names)];
}

/** The units whose room the reader may check in: his own that are invited; for a clerk all that are, his own first. */
export function unitsToCheckIn(options: { invited: readonly UnitBrief[]; own: readonly UnitBrief[]; isClerk: boolean }): UnitBrief[] {
  const { invited, own, isClerk } = options;
  const ownInvited = invited.filter((unit) => own.some((other) => other.id === unit.id));
  if (!isClerk) return ownInvited;
  return [...ownInvited, ...invited.filter((unit) => !ownInvited.includes(unit))];
}
