import type { BodyOf } from '@makaverse/contract/endpoint';
import type { PlanMilestone, writeMilestones } from '@makaverse/contract/programmes-plan';

type Sent = BodyOf<typeof writeMilestones>['milestones'];

/** Survey, design, dredging: each after those before it, the last promised a fortnight later than planned. */
export const threeMilestones: Sent = [
  { id: null, title: 'Survei saluran', weight: 10, unitId: null, plannedOn: '2022-04-30', after: [] },
  { id: null, title: 'Desain rinci', weight: 20, unitId: null, plannedOn: '2022-06-30', after: [1] },
  { id: null, title: 'Pengerukan', weight: 70, unitId: null, plannedOn: '2022-10-31', promisedOn: '2022-11-15', after: [1, 2] },
];

/** Milestones as they were read, ready to be sent again. */
export function asSent(milestones: readonly PlanMilestone[]): Sent {
  return milestones.map(({ id, title, weight, unit, plannedOn, after }) => ({
    id,
    title,
    weight,
    unitId: unit?.id ?? null,
    plannedOn,
    after,
  }));
}
