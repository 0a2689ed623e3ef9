import type { CheckInFields } from '@makaverse/contract/programmes-check-in';
import { newId } from '#platform/id';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../../../../testing/city.ts';
import { startHarness, type Harness } from '../../../../../testing/harness.ts';
import { openSeat } from '../../../testing/seats.ts';

/** A city with one programme whose person in charge is staffPu, with three milestones; the clock stands where it was asked to. */
export interface ReportingCity {
  readonly harness: Harness;
  readonly city: SmallCity;
  readonly programmeId: string;
  /** Two of Pekerjaan Umum's part, one of the whole programme's. */
  readonly milestones: readonly [string, string, string];
  readonly id: () => string;
  /** A report with nothing but words and progress, unless more is wished. */
  readonly fields: (wishes?: Partial<CheckInFields>) => CheckInFields & { unitId: string };
}

/** Starts one: appointed on Wednesday 16 March 2022. */
export async function reportingCity(now = '2022-03-17T10:00:00+08:00'): Promise<ReportingCity> {
  const harness = await startHarness({ now: '2022-03-16T10:00:00+08:00', identity: { sessionLife: demoLife } });
  const city = await smallCity(harness);
  const seat = await openSeat(harness, city);
  await seat.bringTo('accepted');
  const { subject_id: programmeId } = await harness.db
    .selectFrom('programmes.nomination')
    .select('subject_id')
    .where('id', '=', seat.id)
    .executeTakeFirstOrThrow();
  harness.clock.set(now);
  const id = (): string => newId(harness.clock.now());
  const milestones = [id(), id(), id()] as const;
  await harness.db
    .insertInto('programmes.milestone')
    .values(
      milestones.map((one, position) => ({
        id: one,
        programme_id: programmeId,
        position,
        title: ['Survei saluran', 'Kontrak pengerukan', 'Serah terima'][position]!,
        weight: 1,
        unit_id: position === 2 ? null : city.units.pu,
        planned_on: '2022-04-01',
        promised_on: '2022-04-01',
        reported_done_on: null,
        reported_by_id: null,
        confirmed_at: null,
        confirmed_by_id: null,
      })),
    )
    .execute();
  return {
    harness,
    city,
    programmeId,
    milestones,
    id,
    fields: (wishes = {}) => ({
      id: id(),
      unitId: city.units.pu,
      words: 'Dua ratus meter saluran dikeruk.',
      progress: 30,
      promise: null,
      doneMilestoneIds: [],
      ...wishes,
    }),
  };
}
