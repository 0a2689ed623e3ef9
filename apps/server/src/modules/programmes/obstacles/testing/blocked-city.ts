import type { BodyOf } from '@makaverse/contract/endpoint';
import { reportObstacle, type ObstacleDetail } from '@makaverse/contract/programmes-obstacles';
import { reportingCity, type ReportingCity } from '../../carrying/check-in/testing/reporting-city.ts';

type Somebody = { readonly id: string };
type Said = BodyOf<typeof reportObstacle>;

/** The reporting city, whose person in charge can say that something blocks. */
export interface BlockedCity extends ReportingCity {
  readonly set: (moment: string) => void;
  readonly block: (wishes?: Partial<Said>, by?: Somebody) => Promise<ObstacleDetail>;
}

/** Starts one; the clock stands on Thursday 17 March 2022, 10.00, and Dinas Kesehatan could remove what blocks. */
export async function blockedCity(): Promise<BlockedCity> {
  const told = await reportingCity();
  const { harness, city, programmeId } = told;
  return {
    ...told,
    set: (moment) => harness.clock.set(`${moment}+08:00`),
    block: (wishes = {}, by = city.staffPu) =>
      harness.as(by)(reportObstacle, {
        params: { id: programmeId },
        body: {
          unitId: city.units.pu,
          milestoneId: null,
          words: 'Lahan puskesmas belum diserahkan.',
          sinceOn: '2022-03-14',
          costPerDay: 2_500_000,
          remover: { kind: 'unit', unitId: city.units.health },
          ...wishes,
        },
      }),
  };
}
