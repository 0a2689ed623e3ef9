import type { RunoffRecord } from '../hydrology/runoff-record.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import { districtsOf } from '../districts/districts.ts';
import { open, run } from '../run.ts';
import { worthOfLinks } from './flood-worth.ts';
import { flowTree } from './flow-tree.ts';
import { withChanges, type LinkChange } from './link-change.ts';
import { underScenario, type Storm, type Tide } from './scenario.ts';

/** One simulation asked for: a district (its place in `districtsOf`), a storm and a tide (their places in the lists), the state of drains. */
export type SimulationJob = {
  readonly district: number;
  readonly storm: number;
  readonly tide: number;
  readonly changes: readonly LinkChange[];
  /** Damage of 1 m3 of flooding, by node of the district's model. */
  readonly weight: Float64Array;
};

/** What a simulation says. Nodes and links in the order of the district's model. */
export type FloodOutcome = {
  /** m3 above the rims, by node. */
  readonly floodVolume: Float64Array;
  /** m above the invert, by node. */
  readonly peakDepth: Float64Array;
  /** m3/s, by link. */
  readonly peakFlow: Float64Array;
  /** Damage that would be spared if the link carried as much again, to first order, by link: see `worthOfLinks`. */
  readonly worth: Float64Array;
  /** Fractions. */
  readonly continuityError: number;
  readonly notConverging: number;
};

/** Simulates jobs here, in a worker, or anywhere: jobs and outcomes are plain data that can be cloned. */
export type Simulator = {
  /** How many jobs may be under way together. */
  readonly width: number;
  readonly simulate: (job: SimulationJob) => FloodOutcome | Promise<FloodOutcome>;
};

/** Report times of a run, at which links are priced: every minute of two hours, every twelve of a day. */
const LOOKS = 120;

/** The runoff of a storm alone: every node becomes an outfall, so that only the catchments are computed. */
function runoffOf(model: DrainageModel): RunoffRecord | null {
  if (model.subcatchments.length === 0) return null;
  const nodes = model.nodes.map(({ name, invert }) => ({
    kind: 'outfall' as const,
    name,
    invert,
    stage: { kind: 'free' as const },
    hasFlapGate: false,
    routeTo: null,
  }));
  const { wetStep } = model.options;
  const options = { ...model.options, routingStep: Math.max(1, wetStep), variableStep: 0 };
  const simulation = open({ ...model, options, nodes, links: [], inflows: [], dryWeatherFlows: [], interfaceInflows: [] }, null, {
    keepsRunoff: true,
  });
  simulation.finish();
  return simulation.runoffRecord();
}

/**
 * A simulator with this engine, in this thread. The runoff of each district under each storm is computed once and used by all its jobs:
 * cleaning drains changes no rain. In a worker, make it from the same model, storms and tides and answer jobs with it.
 *
 * @example const simulator = engineSimulator(model, storms, tides); simulator.simulate({ district: 0, storm: 0, tide: 0, changes: [], weight })
 */
export function engineSimulator(model: DrainageModel, storms: readonly Storm[], tides: readonly Tide[]): Simulator {
  const districts = districtsOf(model).map((district) => ({ model: district.model, tree: flowTree(district.model) }));
  const records = new Map<string, RunoffRecord | null>();
  const prepared = new Map<string, DrainageModel>();
  const simulate = ({ district, storm, tide, changes, weight }: SimulationJob): FloodOutcome => {
    const { model: part, tree } = districts[district]!;
    const key = `${district} ${storm}`;
    const scenario = `${key} ${tide}`;
    let asked = prepared.get(scenario);
    if (asked === undefined) {
      const { start, end } = part.options;
      // Peaks and volumes are kept over all steps; the series are for the prices alone.
      const options = { ...part.options, reportStart: start, reportStep: Math.max(1, (end - start) / LOOKS) };
      asked = underScenario({ ...part, options }, storms[storm]!, tides[tide]!);
      prepared.set(scenario, asked);
    }
    if (!records.has(key)) records.set(key, runoffOf(asked));
    const { series, nodes, links, routing, steps } = run(withChanges(asked, changes), null, { runoff: records.get(key)! });
    return {
      floodVolume: nodes.floodVolume,
      peakDepth: nodes.maximumDepth,
      peakFlow: links.maximumFlow,
      worth: worthOfLinks(part, tree, series, weight),
      continuityError: routing.continuityError,
      notConverging: steps.notConverging,
    };
  };
  return { width: 1, simulate };
}
