/** Flow units that an `.inp` file may name. The first three bring US units for everything else, the last three metric ones. */
export type FlowUnit = 'CFS' | 'GPM' | 'MGD' | 'CMS' | 'LPS' | 'MLD';

/** What one unit of the file is in SI. Multiply a value of the file by it; divide an SI value by it to write. */
export interface UserUnits {
  readonly isMetric: boolean;
  /** m per foot or metre */
  readonly length: number;
  /** m³/s per flow unit */
  readonly flow: number;
  /** m per inch or millimetre: rain, depression storage, suction head */
  readonly rainDepth: number;
  /** m/s per inch an hour or millimetre an hour: rain, infiltration, seepage */
  readonly rainRate: number;
  /** m² per acre or hectare: catchments */
  readonly landArea: number;
  /** m² per square foot or square metre: storage and ponding */
  readonly area: number;
  /** m³ per cubic foot or cubic metre */
  readonly volume: number;
}

/** Feet are international feet; gallons are US gallons. */
export const METRES_PER_FOOT = 0.3048;
const CUBIC_METRES_PER_GALLON = 0.003785411784;
const SECONDS_PER_DAY = 86_400;

const flowFactors: Readonly<Record<FlowUnit, number>> = {
  CFS: METRES_PER_FOOT ** 3,
  GPM: CUBIC_METRES_PER_GALLON / 60,
  MGD: (CUBIC_METRES_PER_GALLON * 1e6) / SECONDS_PER_DAY,
  CMS: 1,
  LPS: 0.001,
  MLD: 1000 / SECONDS_PER_DAY,
};

/** Flow units in the order of their code in a binary `.out` (0 is CFS). */
export const flowUnits: readonly FlowUnit[] = ['CFS', 'GPM', 'MGD', 'CMS', 'LPS', 'MLD'];

/**
 * SI factors of the unit system that a flow unit brings with it (SWMM 5.2 User's Manual, appendix A.1).
 *
 * @example userUnits('LPS').flow // 0.001
 */
export function userUnits(flowUnit: FlowUnit): UserUnits {
  const flow = flowFactors[flowUnit];
  const isMetric = flowUnit === 'CMS' || flowUnit === 'LPS' || flowUnit === 'MLD';
  const length = isMetric ? 1 : METRES_PER_FOOT;
  const rainDepth = isMetric ? 0.001 : METRES_PER_FOOT / 12;
  return {
    isMetric,
    length,
    flow,
    rainDepth,
    rainRate: rainDepth / 3600,
    landArea: isMetric ? 10_000 : 43_560 * METRES_PER_FOOT ** 2,
    area: length ** 2,
    volume: length ** 3,
  };
}
