import type { FlowUnit } from '../model/units.ts';
import { userUnits } from '../model/units.ts';

/** Names and factors of the units a report is written in. Divide SI values by the factors. */
export interface ReportUnits {
  readonly flowName: FlowUnit;
  readonly flow: number;
  readonly flowDecimals: number;
  readonly lengthName: string;
  readonly length: number;
  readonly velocityName: string;
  /** Thousands of cubic metres, or millions of gallons. */
  readonly volumeName: string;
  readonly volume: number;
  /** Hectare-metres or acre-feet. */
  readonly landVolumeName: string;
  readonly landVolume: number;
  readonly rainName: string;
  readonly rain: number;
}

const CUBIC_METRES_PER_MEGAGALLON = 3785.411784;

/** Units of a report for a flow unit. */
export function reportUnits(flowUnit: FlowUnit): ReportUnits {
  const { isMetric, flow, length, landArea, rainDepth } = userUnits(flowUnit);
  return {
    flowName: flowUnit,
    flow,
    flowDecimals: flowUnit === 'CMS' || flowUnit === 'MGD' || flowUnit === 'MLD' ? 3 : 2,
    lengthName: isMetric ? 'Meters' : 'Feet',
    length,
    velocityName: isMetric ? 'm/sec' : 'ft/sec',
    volumeName: isMetric ? '10^6 ltr' : '10^6 gal',
    volume: isMetric ? 1000 : CUBIC_METRES_PER_MEGAGALLON,
    landVolumeName: isMetric ? 'hectare-m' : 'acre-feet',
    landVolume: landArea * (isMetric ? 1 : length),
    rainName: isMetric ? 'mm' : 'in',
    rain: rainDepth,
  };
}
