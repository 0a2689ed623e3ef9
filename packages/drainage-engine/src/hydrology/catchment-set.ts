import type { DrainageModel } from '../model/drainage-model.ts';
import { BARE, COVER, coverSet, pavedShare, type CoverSet } from './covers.ts';
import { soilSet, type SoilSet } from './soils.ts';

/** Parts of a catchment: paved without depression storage, paved with it, pervious. State holds three numbers a catchment. */
export const PARTS = 3;
export const PERVIOUS = 2;

/** Catchments as structure of arrays, SI, in the model's order. */
export type CatchmentSet = {
  readonly count: number;
  readonly area: Float64Array;
  /** Share of the area that is paved. */
  readonly paved: Float64Array;
  /** sqrt(slope) x width / area, 1/m: with the roughness it says how quickly water runs off. */
  readonly drain: Float64Array;
  /** Index of its gauge, -1 for none. */
  readonly gauge: Int32Array;
  /** Index of the catchment that receives the runoff, -1 where a node does; empty where all run off to nodes. */
  readonly outletCatchment: Int32Array;
  readonly covers: CoverSet;
  readonly soils: SoilSet;
};

/** Share of the area of a catchment that one of its parts takes. */
export function partShare({ paved, covers }: CatchmentSet, s: number, part: number): number {
  const all = paved[s]!;
  if (part === PERVIOUS) return 1 - all;
  const bare = all * covers.ground[covers.of[s]! * COVER + BARE]!;
  return part === 0 ? bare : all - bare;
}

/** Index in the model of the node that receives each catchment's runoff, -1 where none does. */
export function outletNodes({ nodes, subcatchments }: DrainageModel): Int32Array {
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  return Int32Array.from(subcatchments, ({ outlet }) => index.get(outlet) ?? -1);
}

function outletCatchments({ subcatchments }: DrainageModel, outletNode: Int32Array): Int32Array {
  const index = new Map(subcatchments.map(({ name }, s) => [name, s]));
  const outlets = Int32Array.from(subcatchments, ({ outlet }, s) => {
    const to = outletNode[s]! >= 0 ? s : (index.get(outlet) ?? s);
    return to === s ? -1 : to;
  });
  return outlets.some((to) => to >= 0) ? outlets : new Int32Array(0);
}

/** Lays the catchments of a model out. Outlets that name nothing keep their runoff. */
export function catchmentSet(model: DrainageModel, outletNode: Int32Array): CatchmentSet {
  const { subcatchments } = model;
  const gauges = new Map(model.gauges.map(({ name }, i) => [name, i]));
  return {
    count: subcatchments.length,
    area: Float64Array.from(subcatchments, ({ area }) => area),
    paved: Float64Array.from(subcatchments, pavedShare),
    drain: Float64Array.from(subcatchments, ({ area, width, slope }) => (area > 0 ? (width * Math.sqrt(Math.max(0, slope))) / area : 0)),
    gauge: Int32Array.from(subcatchments, ({ gauge }) => (gauge === null ? -1 : (gauges.get(gauge) ?? -1))),
    outletCatchment: outletCatchments(model, outletNode),
    covers: coverSet(subcatchments),
    soils: soilSet(subcatchments),
  };
}
