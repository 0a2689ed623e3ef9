import type { Infiltration } from '../model/catchments.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import { setCurveNumber } from './curve-number.ts';
import { setGreenAmpt } from './green-ampt.ts';
import { SOIL } from './horton.ts';

export const HORTON = 0;
export const MODIFIED_HORTON = 1;
export const GREEN_AMPT = 2;
export const CURVE_NUMBER = 3;

/** Parts of a catchment: paved without depression storage, paved with it, pervious. Arrays hold three numbers a catchment. */
export const PARTS = 3;
export const PERVIOUS = 2;

/** Catchments as structure of arrays, SI, in the model's order. */
export type CatchmentSet = {
  readonly count: number;
  readonly area: Float64Array;
  /** Index of its gauge, -1 for none. */
  readonly gauge: Int32Array;
  /** Model index of the node that receives the runoff, -1 where a catchment does. */
  readonly outletNode: Int32Array;
  /** Index of the catchment that receives the runoff, -1 where a node does. */
  readonly outletCatchment: Int32Array;
  /** Share of the area, by part. */
  readonly share: Float64Array;
  /** sqrt(slope) x width / (n x area), m^(-2/3)/s; -1 where water leaves at once. */
  readonly alpha: Float64Array;
  /** Depression storage, m. */
  readonly storage: Float64Array;
  /** Share of a part's runoff that goes to the outlet. */
  readonly toOutlet: Float64Array;
  /** 0 none, 1 the rest of the pervious part's runoff onto the paved, 2 the reverse. */
  readonly within: Uint8Array;
  readonly method: Uint8Array;
  readonly parameters: Float64Array;
  readonly soil: Float64Array;
  readonly hasInnerRunon: boolean;
};

function setSoil(infiltration: Infiltration, par: Float64Array, state: Float64Array, p: number): number {
  switch (infiltration.method) {
    case 'horton':
    case 'modified-horton':
      par[p] = infiltration.maximumRate;
      par[p + 1] = infiltration.minimumRate;
      par[p + 2] = infiltration.decay;
      // 98 % recovered after the drying time.
      par[p + 3] = infiltration.dryingTime > 0 ? -Math.log(0.02) / infiltration.dryingTime : 0;
      par[p + 4] = infiltration.maximumVolume;
      return infiltration.method === 'horton' ? HORTON : MODIFIED_HORTON;
    case 'green-ampt':
    case 'modified-green-ampt':
      par[p] = infiltration.suction;
      par[p + 1] = infiltration.conductivity;
      par[p + 2] = infiltration.initialDeficit;
      setGreenAmpt(par, state, p, infiltration.method === 'modified-green-ampt');
      return GREEN_AMPT;
    case 'curve-number':
      setCurveNumber(par, state, p, infiltration.curveNumber, infiltration.dryingTime);
      return CURVE_NUMBER;
  }
}

/** Lays the catchments of a model out. Outlets that name nothing keep their runoff. */
export function catchmentSet(model: DrainageModel): CatchmentSet {
  const { subcatchments } = model;
  const n = subcatchments.length;
  const nodes = new Map(model.nodes.map(({ name }, i) => [name, i]));
  const catchments = new Map(subcatchments.map(({ name }, i) => [name, i]));
  const gauges = new Map(model.gauges.map(({ name }, i) => [name, i]));
  const set = {
    area: new Float64Array(n),
    gauge: new Int32Array(n).fill(-1),
    outletNode: new Int32Array(n).fill(-1),
    outletCatchment: new Int32Array(n).fill(-1),
    share: new Float64Array(n * PARTS),
    alpha: new Float64Array(n * PARTS),
    storage: new Float64Array(n * PARTS),
    toOutlet: new Float64Array(n * PARTS).fill(1),
    within: new Uint8Array(n),
    method: new Uint8Array(n),
    parameters: new Float64Array(n * SOIL),
    soil: new Float64Array(n * SOIL),
  };
  let hasInnerRunon = false;
  subcatchments.forEach((one, s) => {
    set.area[s] = one.area;
    if (one.gauge !== null) set.gauge[s] = gauges.get(one.gauge) ?? -1;
    const node = nodes.get(one.outlet);
    const catchment = catchments.get(one.outlet);
    if (node !== undefined) set.outletNode[s] = node;
    else if (catchment !== undefined && catchment !== s) {
      set.outletCatchment[s] = catchment;
      hasInnerRunon = true;
    }
    const paved = Math.min(1, Math.max(0, one.imperviousFraction));
    const at = s * PARTS;
    set.share[at] = paved * one.zeroStorageFraction;
    set.share[at + 1] = paved * (1 - one.zeroStorageFraction);
    set.share[at + 2] = 1 - paved;
    const alphaOf = (share: number, roughness: number): number => {
      if (roughness <= 0) return -1;
      const area = share * one.area;
      return area > 0 ? (one.width * Math.sqrt(Math.max(0, one.slope))) / (roughness * area) : 0;
    };
    // Both paved parts share one width over the whole paved area.
    set.alpha[at] = alphaOf(paved, one.imperviousRoughness);
    set.alpha[at + 1] = set.alpha[at]!;
    set.alpha[at + 2] = alphaOf(1 - paved, one.perviousRoughness);
    set.storage[at + 1] = one.imperviousStorage;
    set.storage[at + 2] = one.perviousStorage;
    if (one.routing !== 'outlet' && paved > 0 && paved < 1) {
      hasInnerRunon = true;
      const kept = 1 - Math.min(1, Math.max(0, one.routedFraction));
      if (one.routing === 'to-pervious') {
        set.within[s] = 2;
        set.toOutlet[at] = kept;
        set.toOutlet[at + 1] = kept;
      } else {
        set.within[s] = 1;
        set.toOutlet[at + 2] = kept;
      }
    }
    set.method[s] = setSoil(one.infiltration, set.parameters, set.soil, s * SOIL);
  });
  return { count: n, hasInnerRunon, ...set };
}
