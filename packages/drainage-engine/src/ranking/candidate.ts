import type { DrainageModel } from '../model/drainage-model.ts';
import type { Conduit } from '../model/links.ts';
import { siltedDrain, sourcesOf, type Obstruction } from './link-change.ts';
import { meanOf, sedimentToday, UnusableRanking, type DrainClass, type SedimentState, type Triangular } from './sediment-state.ts';

/** A drain that could be worked on. Every drain has an owner: the ministry's canals are not the city's to dredge. */
export type Candidate = {
  readonly link: string;
  /** `BBWS Pompengan Jeneberang`, `Dinas PU`: names as the city writes them. */
  readonly owner: string;
  /** Class of access, a key of the unit rates. */
  readonly access: string;
  readonly sediment: SedimentState;
  /** What else stands in it, and what removing that costs in Rupiah; null: nothing. */
  readonly obstruction: { readonly what: Obstruction; readonly removalCost: number } | null;
};

/** Unit rates in Rupiah: a reference table with its source and date, by class of access. */
export type UnitRates = {
  readonly source: string;
  readonly date: string;
  readonly classes: Readonly<Record<string, { readonly perCubicMetre: number; readonly mobilisation: number }>>;
};

/** One action on one drain: what the search chooses among. */
export type Action = {
  readonly link: string;
  readonly kind: 'clean' | 'remove-obstruction';
  readonly owner: string;
  /** Rupiah without mobilisation. */
  readonly cost: number;
  readonly mobilisation: number;
  /** m3 of sediment it takes away. */
  readonly volume: number;
  /** Place of the drain among the candidates. */
  readonly candidate: number;
};

/** A candidate measured on its conduit, in its expected state. */
export type MeasuredDrain = {
  readonly candidate: Candidate;
  readonly conduit: Conduit;
  readonly sediment: Triangular;
  /** Share of the full depth expected. */
  readonly fraction: number;
  readonly fullDepth: number;
  readonly lostConveyance: number;
  /** A R^(2/3) / n as it lies, all barrels: m3/s at a slope of 1. */
  readonly conveyance: number;
};

/**
 * Measures the candidates on the network and lists what can be done at what price.
 *
 * @param today `YYYY-MM-DD`
 * @throws UnusableRanking when a link is missing, no conduit, named twice, or a class of drain or access has no row
 */
export function measureCandidates(
  network: DrainageModel,
  candidates: readonly Candidate[],
  given: { readonly drainClasses: Readonly<Record<string, DrainClass>>; readonly rates: UnitRates; readonly today: string },
): { readonly drains: readonly MeasuredDrain[]; readonly actions: readonly Action[] } {
  const links = new Map(network.links.map((link) => [link.name, link]));
  const sources = sourcesOf(network);
  const seen = new Set<string>();
  const drains: MeasuredDrain[] = [];
  const actions: Action[] = [];
  candidates.forEach((candidate, place) => {
    const { link: name, obstruction, access, owner } = candidate;
    const conduit = links.get(name);
    if (conduit?.kind !== 'conduit' || conduit.section.shape === 'dummy')
      throw new UnusableRanking(`Candidate ${name} is no conduit of the network. Give the name of a drain.`);
    if (seen.has(name)) throw new UnusableRanking(`Candidate ${name} is given twice. Give each drain once.`);
    seen.add(name);
    const rate = given.rates.classes[access];
    if (rate === undefined) throw new UnusableRanking(`There is no unit rate for access "${access}" (candidate ${name}).`);
    const sediment = sedimentToday(candidate.sediment, given.drainClasses, given.today);
    const fraction = meanOf(sediment);
    const { fullDepth, volume, lostConveyance, conveyance } = siltedDrain(conduit, fraction, obstruction?.what ?? null, sources);
    drains.push({ candidate, conduit, sediment, fraction, fullDepth, lostConveyance, conveyance });
    const action = { link: name, owner, candidate: place, mobilisation: rate.mobilisation };
    if (volume > 0) actions.push({ ...action, kind: 'clean', cost: volume * rate.perCubicMetre, volume });
    if (obstruction) actions.push({ ...action, kind: 'remove-obstruction', cost: obstruction.removalCost, volume: 0 });
  });
  return { drains, actions };
}
