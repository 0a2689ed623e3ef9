import type { Conduit } from '../model/links.ts';
import type { ModelOptions } from '../model/options.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import type { BuiltSection } from '../sections/section-of-model.ts';
import { hydraulicRadius } from '../sections/section-table.ts';
import { MINIMUM_FALL } from './network.ts';

/** What the momentum equation needs of a conduit besides its section. */
export type ConduitConstants = {
  readonly isReversed: boolean;
  readonly length: number;
  readonly volumeFactor: number;
  readonly roughness: number;
  readonly beta: number;
  readonly forceMain: 0 | 1 | 2;
  readonly forceMainFactor: number;
};

/** Slope of a conduit whose ends fall by `fall`; steep ones by their horizontal length (SWMM Reference Manual Vol. II, chapter 2). */
function slopeOf(fall: number, length: number, minimum: number): number {
  const drop = Math.max(Math.abs(fall), MINIMUM_FALL);
  const slope = drop >= length ? drop / length : drop / Math.sqrt(length * length - drop * drop);
  return Math.max(slope, minimum);
}

/** No Manning's n of a pipe comes near this. */
const MOST_ROUGH = 1;

/**
 * Manning's n that stands for the roughness of a force main while it runs part full
 * (Hazen-Williams after SWMM Reference Manual Vol. II, section 7.3; Darcy-Weisbach from the rough-pipe factor of Colebrook and White).
 */
function partFullRoughness(conduit: Conduit, slope: number, options: ModelOptions): number {
  if (conduit.section.shape !== 'force-main') return conduit.roughness;
  // Where no pressure is reckoned with, a main runs by the Manning's n of its conduit, as in SWMM, unless a coefficient stands in its place.
  if (options.routing !== 'dynamic-wave' && conduit.roughness > 0 && conduit.roughness < MOST_ROUGH) return conduit.roughness;
  const { depth, roughness } = conduit.section;
  if (options.forceMainEquation === 'hazen-williams') return (1.067 / roughness) * (depth / 0.3048 / slope) ** 0.04;
  const factor = 0.25 / Math.log10(roughness / (3.7 * depth)) ** 2;
  return Math.sqrt(factor / (8 * GRAVITY)) * Math.cbrt(Math.sqrt(depth / 4));
}

/**
 * @param fall level of the inlet less level of the outlet, m
 */
export function conduitConstants(conduit: Conduit, section: BuiltSection, fall: number, options: ModelOptions): ConduitConstants {
  const { shape } = section;
  const full = shape.fullDepth;
  const area = shape.area(full);
  const radius = hydraulicRadius(shape, full);
  let slope = slopeOf(fall, conduit.length, options.minimumSlope);
  let roughness = section.roughness ?? partFullRoughness(conduit, slope, options);
  let length = conduit.length;
  const realLength = length;
  if (options.lengtheningStep > 0 && options.routing === 'dynamic-wave') {
    // Long enough that a wave at full flow does not cross it within the step, with roughness and slope that keep its full flow.
    const step = Math.min(options.routingStep, options.lengtheningStep);
    const velocity = (Math.sqrt(slope) / roughness) * Math.cbrt(radius * radius);
    const wave = Math.sqrt((GRAVITY * area) / Math.max(shape.width(full), 0.3 * Math.sqrt(area)));
    const ratio = ((velocity + wave) * step) / length;
    if (ratio > 1) {
      length *= ratio;
      slope /= ratio;
      roughness /= Math.sqrt(ratio);
    }
  }
  const forceMain = conduit.section.shape !== 'force-main' ? 0 : options.forceMainEquation === 'hazen-williams' ? 1 : 2;
  let forceMainFactor = 0;
  if (conduit.section.shape === 'force-main') {
    // Hazen-Williams in SI: V = 0.849 C R^0.63 S^0.54, so that g S / V = g V^0.852 / (0.849 C)^1.852 / R^1.167.
    forceMainFactor = forceMain === 1 ? GRAVITY / (0.849 * conduit.section.roughness) ** 1.852 : conduit.section.roughness;
  }
  return {
    isReversed: fall < 0,
    length,
    volumeFactor: realLength / length,
    roughness,
    beta: Math.sqrt(slope) / roughness,
    forceMain,
    forceMainFactor,
  };
}
