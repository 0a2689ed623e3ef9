import { endOfWorkingDay } from '@makaverse/calendar';
import type { Rung } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { rungOf } from '#modules/directives';
import { stuckObstacles } from '../../../obstacles/queries/stuck-obstacles.ts';
import { watchedProgrammes } from './watched-programmes.ts';

/** A unit's part of a programme that does not go on by itself, with the facts by which it is weighed. */
export interface TroubledProgramme {
  readonly kind: 'late' | 'silent' | 'blocked';
  readonly subject: { readonly kind: 'programme'; readonly id: string; readonly number: string; readonly title: string };
  readonly unitId: string;
  readonly workingDaysLate: number;
  readonly rung: Rung;
  /** Whether the programme is red. */
  readonly isRed: boolean;
}

/**
 * Parts that are past a milestone's planned day without the reviewer's word that it is done, parts nobody reports on, and obstacles that
 * do not go on by themselves, in a stable order. Silence is told before lateness: of a part nobody speaks for, nobody knows how late it is.
 * A part that is late while something blocks it is told as blocked, by whoever can end that. Whoever asks must be entitled to the whole.
 */
export async function troubledProgrammes(context: Pick<Context<Actor | null>, 'db' | 'now'>): Promise<TroubledProgramme[]> {
  const { db, now } = context;
  const { rows } = await sql<{ id: string; number: number; name: string; unit_ids: readonly string[] }>`
    select programme.id, programme.number, programme.name,
      array(select part.unit_id::text from programmes.programme_unit part where part.programme_id = programme.id order by part.position) as unit_ids
    from programmes.programme programme order by programme.number`.execute(db);
  const watched = await watchedProgrammes(db, now, null);
  const stuck = await stuckObstacles(db, now);
  return rows.flatMap((row) => {
    const { left, missing, colour } = watched.get(row.id)!;
    const isRed = colour?.light === 'red';
    const subject = { kind: 'programme', id: row.id, number: String(row.number), title: row.name } as const;
    const silent = missing
      .filter((one) => one.isSilent)
      .map((one): TroubledProgramme => ({
        kind: 'silent',
        subject,
        unitId: one.unitId,
        workingDaysLate: one.workingDays,
        rung: one.rung,
        isRed,
      }));
    const blocking = stuck.get(row.id) ?? [];
    const isTold = new Set([...silent.map((one) => one.unitId), ...blocking.map((one) => one.blockedUnitId)]);
    // The first due milestone of each part; what belongs to no one unit is the first unit's to answer for.
    const late = new Map<string, TroubledProgramme>();
    for (const one of left) {
      const unitId = one.unit_id ?? row.unit_ids[0];
      const dueAt = endOfWorkingDay(one.planned_on);
      if (unitId === undefined || isTold.has(unitId) || now <= dueAt) continue;
      const { rung, workingDays } = rungOf(dueAt, now);
      const known = late.get(unitId);
      if (!known || known.workingDaysLate < workingDays)
        late.set(unitId, { kind: 'late', subject, unitId, workingDaysLate: workingDays, rung, isRed });
    }
    const blocked = blocking.map((one): TroubledProgramme => ({
      kind: 'blocked',
      subject,
      unitId: one.unitId,
      workingDaysLate: one.workingDaysLate,
      rung: one.rung,
      isRed,
    }));
    return [...silent, ...blocked, ...late.values()];
  });
}
