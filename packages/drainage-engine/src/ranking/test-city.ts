import { emptyModel, type DrainageModel } from '../model/drainage-model.ts';
import type { Conduit } from '../model/links.ts';
import type { Node } from '../model/nodes.ts';
import { defaultOptions } from '../model/options.ts';
import type { Candidate } from './candidate.ts';
import type { RankingOptions } from './rank-cleaning.ts';
import type { Storm, Tide } from './scenario.ts';
import type { SedimentState } from './sediment-state.ts';

/** A drain of a test city: its name, its two nodes and how it is made. */
export type TestDrain = { readonly name: string; readonly from: string; readonly to: string; readonly width?: number };

/** A city for tests: drains of 60 m at 2 per mille, a rim 1 m above each bed, steady inflows instead of rain. */
export function testCity(drains: readonly TestDrain[], inflows: Readonly<Record<string, number>>): DrainageModel {
  const below = new Map(drains.map(({ from, to }) => [from, to]));
  const depthOf = (node: string): number => (below.has(node) ? 1 + depthOf(below.get(node)!) : 0);
  const names = [...new Set(drains.flatMap(({ from, to }) => [from, to]))];
  const nodes = names.map((name): Node => {
    const invert = depthOf(name) * 0.12;
    if (!below.has(name)) return { kind: 'outfall', name, invert, stage: { kind: 'fixed', level: 0.3 }, hasFlapGate: false, routeTo: null };
    return { kind: 'junction', name, invert, maximumDepth: 1, initialDepth: 0, surchargeDepth: 0, pondedArea: 0 };
  });
  const links = drains.map(({ name, from, to, width = 1 }): Conduit => ({
    kind: 'conduit',
    name,
    from,
    to,
    length: 60,
    roughness: 0.018,
    inletOffset: 0,
    outletOffset: 0,
    initialFlow: 0,
    maximumFlow: 0,
    section: { shape: 'rect-open', depth: 1, width, sidesIgnored: 0 },
    barrels: 1,
    sedimentDepth: 0,
    entryLoss: 0,
    exitLoss: 0,
    averageLoss: 0,
    hasFlapGate: false,
    seepage: 0,
    culvertCode: 0,
  }));
  return {
    ...emptyModel,
    options: {
      ...defaultOptions,
      flowUnit: 'CMS',
      inertialDamping: 'partial',
      end: defaultOptions.start + 3600,
      routingStep: 5,
      variableStep: 0.75,
    },
    nodes,
    links,
    inflows: Object.entries(inflows).map(([node, baseline]) => ({ node, series: null, scale: 1, baseline, baselinePattern: null })),
  };
}

/** One storm that changes nothing, because the inflows are steady, once a year. */
export const testStorm: Storm = { name: 'yearly', perYear: 1, rain: null, startsAfter: 0 };
/** The sea of the model. */
export const testTide: Tide = { name: 'as built', probability: 1, level: null };
/** A drain seen today, with no doubt. */
export function seen(fraction: number): SedimentState {
  return { kind: 'inspected', fraction, spread: 0, date: '2026-01-01', drainClass: 'any' };
}

/** A drain of the city to be cleaned by hand. */
export function candidate(link: string, fraction: number, more: Partial<Candidate> = {}): Candidate {
  return { link, owner: 'city', access: 'hand', sediment: seen(fraction), obstruction: null, ...more };
}

/** 1 000 Rupiah a m3 and 5 000 a site. */
export const testOptions: RankingOptions = {
  today: '2026-01-01',
  drainClasses: { any: { fraction: { least: 0.1, likely: 0.3, most: 0.5 }, growthPerYear: { least: 0, likely: 0.1, most: 0.2 } } },
  rates: { source: 'test', date: '2026-01-01', classes: { hand: { perCubicMetre: 1000, mobilisation: 5000 } } },
  damage: { stakes: [], plainWeight: 1, weights: {}, floodedFrom: 1 },
};
