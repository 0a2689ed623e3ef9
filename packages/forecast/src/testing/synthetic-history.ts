import { normalQuantile } from '../normal-distribution.ts';
import type { OwnerClaim, TrackedProgramme } from '../held-back.ts';
import type { Milestone, WorkingDay } from '../programme.ts';
import { seededRandom } from '../seeded-random.ts';

/** An invented city's history. It says whether a forecast reckons rightly, never how good it will be on real programmes. */
export type SyntheticHistory = { readonly isSynthetic: true; readonly programmes: readonly TrackedProgramme[]; readonly until: WorkingDay };

/** What is invented. All ids begin with `synthetic-`. */
export type SyntheticPlan = {
  readonly seed: number;
  readonly programmes: number;
  readonly units: number;
  /** Fewest and most milestones of a programme. */
  readonly milestones: readonly [number, number];
  /** Working days over which programmes start; history is complete up to the last of them. */
  readonly span: WorkingDay;
};

type Chance = {
  readonly uniform: () => number;
  readonly normal: (deviation: number) => number;
  readonly between: (low: number, high: number) => number;
};

function chanceOf(name: string, seed: number): Chance {
  const next = seededRandom(name, seed);
  const uniform = (): number => (next() + 0.5) / 0x100000000;
  return {
    uniform,
    normal: (deviation) => deviation * normalQuantile(uniform()),
    between: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
  };
}

/** One step's truth. On purpose not what the model assumes: one in twelve stalls for weeks whatever its size, and spreads have fat tails. */
function actualDays(planned: number, logPace: number, chance: Chance): number {
  const deviation = chance.uniform() < 0.15 ? 0.6 : 0.3;
  const stall = chance.uniform() < 1 / 12 ? -25 * Math.log(chance.uniform()) : 0;
  return Math.max(1, Math.ceil(planned * Math.exp(logPace + chance.normal(deviation)) + stall));
}

/** An owner's figures: half the truth, half the plan, never the last twentieth before it is done. */
function claimsOf(milestones: readonly Milestone[], start: WorkingDay, until: WorkingDay, chance: Chance): OwnerClaim[] {
  const leaning = chance.normal(0.06);
  const claims: OwnerClaim[] = [];
  for (let day = start + 20; day <= until; day += 20) {
    const done = milestones.filter((one) => one.finished !== null && one.finished <= day).length / milestones.length;
    const planned = milestones.filter((one) => one.plannedFinish <= day).length / milestones.length;
    const said = (done + planned) / 2 + leaning + chance.normal(0.04);
    claims.push({ day, share: done === 1 ? 1 : Math.min(0.95, Math.max(0, said)) });
    if (done === 1) break;
  }
  return claims;
}

function programmeOf(index: number, unit: string, unitPace: number, plan: SyntheticPlan): TrackedProgramme {
  const id = `synthetic-programme-${index}`;
  const chance = chanceOf(id, plan.seed);
  const start = chance.between(0, plan.span);
  const logPace = 0.12 + unitPace + chance.normal(0.22);
  const count = chance.between(...plan.milestones);
  const milestones: Milestone[] = [];
  for (let number = 0; number < count; number++) {
    // Mostly a chain with branches: each waits for one to three of the four before it.
    const after = new Set(
      Array.from(
        { length: number === 0 ? 0 : chance.between(1, Math.min(3, number)) },
        () => number - chance.between(1, Math.min(4, number)),
      ),
    );
    const waitedFor = [...after].flatMap((earlier) => milestones[earlier] ?? []);
    const planned = Math.max(2, Math.round(12 * Math.exp(chance.normal(0.6))));
    const begin = Math.max(start, ...waitedFor.map((one) => one.finished ?? start));
    const plannedBegin = Math.max(start, ...waitedFor.map((one) => one.plannedFinish));
    milestones.push({
      id: `m${number + 1}`,
      plannedFinish: plannedBegin + planned,
      after: waitedFor.map((one) => one.id),
      finished: begin + actualDays(planned, logPace, chance),
    });
  }
  const plannedFinish = Math.max(...milestones.map((one) => one.plannedFinish));
  const due = plannedFinish + Math.round((plannedFinish - start) * (0.1 + 0.5 * chance.uniform()));
  return { id, unit, start, due, milestones, claims: claimsOf(milestones, start, due + 1_000, chance) };
}

/**
 * Invents the finished and running programmes of a city, the same for the same seed: units and programmes with a pace of their own,
 * branching milestones, plans with some slack, owners who flatter.
 *
 * @example syntheticHistory({ seed: 1, programmes: 400, units: 57, milestones: [6, 20], span: 1250 }).programmes.length // 400
 */
export function syntheticHistory(plan: SyntheticPlan): SyntheticHistory {
  const paces = Array.from({ length: plan.units }, (_, unit) => chanceOf(`synthetic-unit-${unit}`, plan.seed).normal(0.22));
  const programmes = Array.from({ length: plan.programmes }, (_, index) => {
    const unit = index % plan.units;
    return programmeOf(index, `synthetic-unit-${unit}`, paces[unit] ?? 0, plan);
  });
  const until = plan.span;
  return {
    isSynthetic: true,
    until,
    programmes: programmes.map((programme) => ({
      ...programme,
      claims: programme.claims.filter((claim) => claim.day <= until),
      milestones: programme.milestones.map((one) => ({ ...one, finished: (one.finished ?? until + 1) <= until ? one.finished : null })),
    })),
  };
}
