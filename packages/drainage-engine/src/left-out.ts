import { firstFew } from './first-few.ts';
import type { DrainageModel } from './model/drainage-model.ts';
import { culvertInlet } from './routing/culvert-inlets.ts';

/** Sections of physics that this engine leaves out, and what they would have done. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  SNOWPACKS: 'snow',
  AQUIFERS: 'groundwater',
  GROUNDWATER: 'groundwater',
  GWF: 'groundwater',
  HYDROGRAPHS: 'rain-derived infiltration into pipes',
  RDII: 'rain-derived infiltration into pipes',
  LID_CONTROLS: 'low-impact drainage',
  LID_USAGE: 'low-impact drainage',
  POLLUTANTS: 'water quality',
  LANDUSES: 'water quality',
  INLETS: 'street inlets',
  INLET_USAGE: 'street inlets',
};

/** Properties of single objects that are read and written but have no effect on a run. */
function unreckoned(model: DrainageModel): string[] {
  const found = new Map<string, string[]>();
  const note = (what: string, name: string): void => void found.set(what, [...(found.get(what) ?? []), name]);
  for (const link of model.links) {
    if (link.kind !== 'conduit') continue;
    if (link.culvertCode > 0 && culvertInlet(link.culvertCode) === null) note('inlet control of culverts of this code', link.name);
  }
  return [...found].map(([what, names]) => `Not computed: ${what} (${firstFew(names)}).`);
}

/** What a run does not compute although the model asks for it, one sentence each. */
export function leftOut(model: DrainageModel): string[] {
  const warnings: string[] = [];
  // A file of RDII stands in the place of the unit hydrographs.
  const hasRdii = model.interfaceInflows.some(({ source }) => source === 'rdii');
  for (const { name, lines } of model.kept) {
    if (hasRdii && (name === 'HYDROGRAPHS' || name === 'RDII')) continue;
    const what = LEFT_OUT[name.toUpperCase()];
    const used = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith(';')).length;
    if (what !== undefined && used > 0) warnings.push(`[${name}]: ${what} is not computed; its ${used} lines are left out of the run.`);
  }
  warnings.push(...unreckoned(model));
  if (model.evaporation.source.kind === 'climate' && (model.climate?.days.length ?? 0) === 0) {
    warnings.push('Evaporation is to follow climate data, but there are none: the run has no evaporation.');
  }
  if (model.options.ignored.routing) warnings.push('IGNORE_ROUTING: only runoff is computed; the network stands as it is at the start.');
  if (model.options.routingStep > 60 && model.options.routing === 'dynamic-wave') {
    warnings.push(`A routing step of ${model.options.routingStep} s is long for the dynamic wave.`);
  }
  return warnings;
}
