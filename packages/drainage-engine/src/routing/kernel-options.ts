import type { ModelOptions } from '../model/options.ts';

/** Options of the dynamic wave as numbers, so that the kernel compares no strings. */
export type KernelOptions = {
  readonly hasSlot: boolean;
  /** Inertial damping: 0 none, 1 partial, 2 full. */
  readonly damping: number;
  readonly limitsBySlope: boolean;
  readonly limitsByFroude: boolean;
  readonly minimumArea: number;
  readonly tolerance: number;
  readonly maximumTrials: number;
  /** A node that a trial moved by less than this, m, keeps its depth, and links between two such nodes keep their flow. */
  readonly restTolerance: number;
  /** A node whose step ended within this of its forecast, m, has the next one foreseen. */
  readonly smoothTolerance: number;
};

/**
 * Share of the head tolerance below which the second trial is left out. At a tenth, half-finished trials feed each other over many short
 * reaches and levels of steady flow flutter by up to a centimetre; a fiftieth leaves them within 0.2 mm of the standard step.
 */
const REST_SHARE = 0.02;
const SMOOTH_SHARE = 0.1;

/** Reads the options the kernel uses. */
export function kernelOptions(options: ModelOptions): KernelOptions {
  const limit = options.normalFlowLimit;
  return {
    hasSlot: options.surcharge === 'slot',
    damping: options.inertialDamping === 'none' ? 0 : options.inertialDamping === 'partial' ? 1 : 2,
    limitsBySlope: limit === 'slope' || limit === 'both',
    limitsByFroude: limit === 'froude' || limit === 'both',
    minimumArea: options.minimumNodeArea > 0 ? options.minimumNodeArea : 1.16743,
    tolerance: options.headTolerance > 0 ? options.headTolerance : 0.001524,
    maximumTrials: Math.max(2, options.maximumTrials),
    restTolerance: REST_SHARE * (options.headTolerance > 0 ? options.headTolerance : 0.001524),
    smoothTolerance: SMOOTH_SHARE * (options.headTolerance > 0 ? options.headTolerance : 0.001524),
  };
}
