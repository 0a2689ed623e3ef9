import type { Action, MeasuredDrain } from './candidate.ts';
import type { NodeDamage } from './damage.ts';
import type { District } from '../districts/districts.ts';
import type { LinkChange } from './link-change.ts';
import type { Storm, Tide } from './scenario.ts';
import type { FloodOutcome, Simulator } from './simulator.ts';

/** One district under all storms and tides, in one state of its drains. Sums over scenarios are weighted by how often they come. */
export type DistrictState = {
  /** Expected damage a year. */
  readonly damage: number;
  /** m3 a year, by node of the district. */
  readonly floodVolume: Float64Array;
  /** m, by node of the district, mean over the scenarios. */
  readonly peakDepth: Float64Array;
  /** m3/s, by link of the district, largest of the scenarios. */
  readonly peakFlow: Float64Array;
  /** Damage that would be spared a year if the link carried as much again, to first order, by link of the district. */
  readonly worth: Float64Array;
  /** Expected amount of each kind flooded a year. */
  readonly affected: ReadonlyMap<string, number>;
  /** By scenario, storms outside, tides inside. */
  readonly scenarios: readonly {
    readonly floodVolume: number;
    readonly damage: number;
    readonly continuityError: number;
    readonly notConverging: number;
  }[];
};

/** What an evaluator works on. */
export type Problem = {
  readonly districts: readonly District[];
  readonly storms: readonly Storm[];
  readonly tides: readonly Tide[];
  readonly drains: readonly MeasuredDrain[];
  readonly actions: readonly Action[];
  readonly damage: NodeDamage;
  readonly simulator: Simulator;
};

/** Simulates sets of actions, never the same state of a district twice, and counts its simulations. */
export class Evaluator {
  readonly problem: Problem;
  /** District of each action. */
  readonly districtOf: Int32Array;
  /** Simulations made: one is one district under one storm and one tide. */
  runs = 0;
  readonly #fractions: readonly number[];
  readonly #actionsOf = new Map<number, number[]>();
  readonly #known = new Map<string, Promise<DistrictState>>();
  readonly #drainsIn: readonly (readonly number[])[];

  /** @param fractions sediment of each drain as a share of its full depth: the expected one, or a sample */
  constructor(problem: Problem, fractions: readonly number[]) {
    this.problem = problem;
    this.#fractions = fractions;
    const districtOfLink = new Map(problem.districts.flatMap(({ model }, d) => model.links.map(({ name }) => [name, d] as const)));
    this.districtOf = Int32Array.from(problem.actions, ({ link }) => districtOfLink.get(link)!);
    problem.actions.forEach((action, a) => {
      const list = this.#actionsOf.get(action.candidate);
      if (list) list.push(a);
      else this.#actionsOf.set(action.candidate, [a]);
    });
    const inside: number[][] = problem.districts.map(() => []);
    problem.drains.forEach(({ conduit }, k) => inside[districtOfLink.get(conduit.name)!]!.push(k));
    this.#drainsIn = inside;
  }

  #changes(district: number, done: ReadonlySet<number>): LinkChange[] {
    const { drains, actions } = this.problem;
    return this.#drainsIn[district]!.map((k) => {
      const { conduit, candidate, fullDepth } = drains[k]!;
      const kinds = new Set((this.#actionsOf.get(k) ?? []).filter((a) => done.has(a)).map((a) => actions[a]!.kind));
      return {
        link: conduit.name,
        sedimentDepth: kinds.has('clean') ? 0 : this.#fractions[k]! * fullDepth,
        obstruction: kinds.has('remove-obstruction') ? null : (candidate.obstruction?.what ?? null),
      };
    });
  }

  /** One district after those of the actions that lie in it. */
  district(district: number, done: readonly number[]): Promise<DistrictState> {
    const own = done.filter((a) => this.districtOf[a] === district).toSorted((a, b) => a - b);
    const key = `${district}:${own.join()}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#simulate(district, new Set(own));
      this.#known.set(key, known);
    }
    return known;
  }

  /** Simulations that asking for these actions would still take. */
  runsFor(done: readonly number[], districts: Iterable<number>): number {
    let missing = 0;
    for (const district of districts) {
      const own = done.filter((a) => this.districtOf[a] === district).toSorted((a, b) => a - b);
      if (!this.#known.has(`${district}:${own.join()}`)) missing++;
    }
    return missing * this.problem.storms.length * this.problem.tides.length;
  }

  async #simulate(district: number, done: ReadonlySet<number>): Promise<DistrictState> {
    const { storms, tides, simulator, districts, damage } = this.problem;
    const changes = this.#changes(district, done);
    const weight = Float64Array.from(districts[district]!.nodes, (node) => damage.weight[node]!);
    const jobs = storms.flatMap((_, storm) => tides.map((__, tide) => ({ district, storm, tide, changes, weight })));
    this.runs += jobs.length;
    return this.#summed(district, await Promise.all(jobs.map(async (job) => simulator.simulate(job))));
  }

  #summed(district: number, outcomes: readonly FloodOutcome[]): DistrictState {
    const { storms, tides, districts, damage: terms } = this.problem;
    const { nodes, model } = districts[district]!;
    const floodVolume = new Float64Array(nodes.length);
    const peakDepth = new Float64Array(nodes.length);
    const peakFlow = new Float64Array(model.links.length);
    const worth = new Float64Array(model.links.length);
    const affected = new Map<string, number>([...terms.amounts.keys()].map((kind) => [kind, 0]));
    const scenarios = outcomes.map((outcome, k) => {
      const share = storms[Math.floor(k / tides.length)]!.perYear * tides[k % tides.length]!.probability;
      let volume = 0;
      let damage = 0;
      nodes.forEach((node, i) => {
        const flooded = outcome.floodVolume[i]!;
        volume += flooded;
        damage += flooded * terms.weight[node]!;
        floodVolume[i]! += share * flooded;
        peakDepth[i]! += outcome.peakDepth[i]! / outcomes.length;
        if (flooded < terms.floodedFrom) return;
        for (const [kind, amounts] of terms.amounts) affected.set(kind, affected.get(kind)! + share * amounts[node]!);
      });
      outcome.worth.forEach((value, i) => (worth[i]! += share * value));
      outcome.peakFlow.forEach((flow, i) => (peakFlow[i] = Math.max(peakFlow[i]!, flow)));
      return { floodVolume: volume, damage, continuityError: outcome.continuityError, notConverging: outcome.notConverging };
    });
    const damage = floodVolume.reduce((sum, volume, i) => sum + volume * terms.weight[nodes[i]!]!, 0);
    return { damage, floodVolume, peakDepth, peakFlow, worth, affected, scenarios };
  }

  /** All districts after a set of actions. */
  all(done: readonly number[]): Promise<DistrictState[]> {
    return Promise.all(this.problem.districts.map((_, district) => this.district(district, done)));
  }

  /** Expected damage a year after a set of actions, over all districts. */
  async damage(done: readonly number[]): Promise<number> {
    return (await this.all(done)).reduce((sum, state) => sum + state.damage, 0);
  }

  /** Damage that more actions spare on top of some: only the districts they lie in are asked for. */
  async gain(done: readonly number[], more: readonly number[]): Promise<number> {
    const both = [...new Set([...done, ...more])];
    const touched = this.touched(more);
    const states = await Promise.all(touched.map(async (d) => [await this.district(d, done), await this.district(d, both)] as const));
    return states.reduce((sum, [before, after]) => sum + before.damage - after.damage, 0);
  }

  /** Districts that actions lie in. */
  touched(actions: readonly number[]): number[] {
    return [...new Set(actions.map((a) => this.districtOf[a]!))];
  }
}
