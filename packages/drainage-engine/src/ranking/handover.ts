import type { Evaluator } from './evaluator.ts';
import type { Handover } from './ranking.ts';
import { Screening } from './screening.ts';
import type { SiteCost } from './site-cost.ts';
import { gainBetween } from './state-figures.ts';

/**
 * What drains of other owners would spare on top of the plan: a rubbish-free ditch is worth little behind a silted canal of the ministry.
 *
 * @returns one entry for each other owner, the most useful first
 */
export async function handovers(given: {
  readonly evaluator: Evaluator;
  readonly cost: SiteCost;
  readonly done: readonly number[];
  readonly owner: string;
  readonly length: number;
}): Promise<Handover[]> {
  const { evaluator, cost, done, owner, length } = given;
  const { actions } = evaluator.problem;
  const all = actions.map((_, a) => a);
  const base = await evaluator.all(done);
  const screening = new Screening(evaluator);
  const found: Handover[] = [];
  for (const other of new Set(actions.map((action) => action.owner))) {
    if (other === owner) continue;
    const theirs = all.filter((a) => actions[a]!.owner === other);
    const opened = await evaluator.all([...done, ...theirs]);
    const own = new Set(theirs);
    const relief = screening.relief(
      all.filter((a) => !own.has(a)),
      base,
      opened,
    );
    const promising = theirs
      .filter((a) => relief[a]! > 0)
      .toSorted((a, b) => relief[b]! / cost.of([b]) - relief[a]! / cost.of([a]))
      .slice(0, length);
    const best = await Promise.all(
      promising.map(async (a) => ({
        link: actions[a]!.link,
        action: actions[a]!.kind,
        cost: cost.of([a]),
        gain: gainBetween(base, await evaluator.all([...done, a])),
      })),
    );
    found.push({
      owner: other,
      cost: cost.of(theirs),
      gain: gainBetween(base, opened),
      best: best.toSorted((a, b) => b.gain.damage / b.cost - a.gain.damage / a.cost),
    });
  }
  return found.toSorted((a, b) => b.gain.damage - a.gain.damage);
}
