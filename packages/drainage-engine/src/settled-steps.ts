import type { DrainageModel } from './model/drainage-model.ts';

/** Time steps that fit each other, and a sentence on each that was changed. */
export interface SettledSteps {
  readonly model: DrainageModel;
  readonly warnings: readonly string[];
}

/** Recording interval of the gauges that catchments use, and the gauge that has the shortest. */
function shortestInterval({ gauges, subcatchments }: DrainageModel): { readonly interval: number; readonly gauge: string } {
  const used = new Set(subcatchments.map(({ gauge }) => gauge));
  let shortest = { interval: Infinity, gauge: '' };
  for (const { name, interval, source } of gauges) {
    const recorded = source.kind === 'file' ? (source.rain?.interval ?? interval) : interval;
    if (used.has(name) && recorded > 0 && recorded < shortest.interval) shortest = { interval: recorded, gauge: name };
  }
  return shortest;
}

/**
 * Fits the steps of a model to each other, as the warnings of SWMM say (SWMM 5.2 User's Manual, appendix E, warnings 01, 06 and 07): wet
 * steps are no longer than the gauges record, dry ones no shorter than wet ones, routing steps no longer than wet ones; a report step
 * beyond the run is the run's length.
 */
export function settleSteps(model: DrainageModel): SettledSteps {
  const { options } = model;
  const warnings: string[] = [];
  let { wetStep, dryStep, routingStep, reportStep } = options;
  const { interval, gauge } = shortestInterval(model);
  if (wetStep > interval) {
    warnings.push(`The wet step of ${wetStep} s is reduced to the recording interval of the gauge ${gauge}, ${interval} s.`);
    wetStep = interval;
  }
  if (dryStep < wetStep) {
    warnings.push(`The dry step of ${dryStep} s is raised to the wet step, ${wetStep} s.`);
    dryStep = wetStep;
  }
  if (routingStep > wetStep) {
    warnings.push(`The routing step of ${routingStep} s is reduced to the wet step, ${wetStep} s.`);
    routingStep = wetStep;
  }
  const duration = options.end - options.start;
  if (duration > 0 && reportStep > duration) {
    warnings.push(`The report step of ${reportStep} s is longer than the run: its end alone is reported.`);
    reportStep = duration;
  }
  return {
    model: warnings.length === 0 ? model : { ...model, options: { ...options, wetStep, dryStep, routingStep, reportStep } },
    warnings,
  };
}

/** Longest routing step taken over from a model written for another kind of routing, s. */
const LONGEST_TAKEN = 10;

/** A model for kinematic or steady routing brings steps that the dynamic wave cannot use: it gets a variable one. */
export function withDynamicStep(model: DrainageModel): DrainageModel {
  const { options } = model;
  if (options.routing === 'dynamic-wave') return model;
  return {
    ...model,
    options: { ...options, routing: 'dynamic-wave', routingStep: Math.min(options.routingStep, LONGEST_TAKEN), variableStep: 0.75 },
  };
}
