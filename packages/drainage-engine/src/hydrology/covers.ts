import { alike } from '../alike.ts';
import type { Subcatchment } from '../model/catchments.ts';

/** Numbers of a cover: the ground of a catchment but for its size, steepness and how much of it is paved. */
export const COVER = 8;
/** Share of the paved ground without depression storage. */
export const BARE = 0;
/** 1 / n of the paved and the pervious ground; -1 where water leaves at once. */
export const PAVED_PACE = 1;
export const PERVIOUS_PACE = 2;
/** Depression storage, m. */
export const PAVED_STORAGE = 3;
export const PERVIOUS_STORAGE = 4;
/** Share of each ground's runoff that goes to the outlet. */
export const PAVED_LEAVES = 5;
export const PERVIOUS_LEAVES = 6;
/** Where the rest goes: 0 there is none, 1 from the pervious ground onto the paved, 2 the reverse. */
export const WITHIN = 7;

/** Covers of the catchments, each once. */
export type CoverSet = {
  /** Number of each catchment's cover. */
  readonly of: Int32Array;
  readonly count: number;
  /** `COVER` numbers a cover; shares are split by the same number everywhere, so that single precision loses no water. */
  readonly ground: Float32Array;
};

/** Share of a catchment that is paved. */
export function pavedShare({ imperviousFraction }: Subcatchment): number {
  return Math.min(1, Math.max(0, imperviousFraction));
}

/** Whether one ground of a catchment sheds onto the other: there are both. */
function shedsWithin(one: Subcatchment): boolean {
  const paved = pavedShare(one);
  return one.routing !== 'outlet' && paved > 0 && paved < 1;
}

function keyOf(one: Subcatchment): string {
  const within = shedsWithin(one) ? `${one.routing} ${one.routedFraction}` : '';
  return [
    one.zeroStorageFraction,
    one.imperviousRoughness,
    one.perviousRoughness,
    one.imperviousStorage,
    one.perviousStorage,
    within,
    one.roughnessPattern ?? '',
    one.storagePattern ?? '',
  ].join('|');
}

/** Manning's coefficient of overland flow is 1.49 ft^(1/3)/s in SWMM (Reference Manual Vol. I, section 3.2): 0.3 % above 1 in metres. */
const MANNING = 1.49 * Math.cbrt(0.3048);

/** Lays the covers of catchments out. */
export function coverSet(subcatchments: readonly Subcatchment[]): CoverSet {
  const { of, first } = alike(subcatchments, keyOf);
  const ground = new Float32Array(first.length * COVER);
  first.forEach((one, cover) => {
    const at = cover * COVER;
    const pace = (roughness: number): number => (roughness > 0 ? MANNING / roughness : -1);
    const leaves = shedsWithin(one) ? 1 - Math.min(1, Math.max(0, one.routedFraction)) : 1;
    const within = leaves === 1 ? 0 : one.routing === 'to-impervious' ? 1 : 2;
    ground[at + BARE] = one.zeroStorageFraction;
    ground[at + PAVED_PACE] = pace(one.imperviousRoughness);
    ground[at + PERVIOUS_PACE] = pace(one.perviousRoughness);
    ground[at + PAVED_STORAGE] = one.imperviousStorage;
    ground[at + PERVIOUS_STORAGE] = one.perviousStorage;
    ground[at + PAVED_LEAVES] = within === 2 ? leaves : 1;
    ground[at + PERVIOUS_LEAVES] = within === 1 ? leaves : 1;
    ground[at + WITHIN] = within;
  });
  return { of, count: first.length, ground };
}
