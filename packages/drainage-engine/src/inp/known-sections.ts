/** Sections this reader understands, in the order it reads them: what is referred to stands before what refers to it. */
export const readSections = [
  'TITLE',
  'OPTIONS',
  'EVENTS',
  'REPORT',
  'FILES',
  'PATTERNS',
  'TIMESERIES',
  'CURVES',
  'TRANSECTS',
  'STREETS',
  'RAINGAGES',
  'EVAPORATION',
  'JUNCTIONS',
  'OUTFALLS',
  'DIVIDERS',
  'STORAGE',
  'SUBCATCHMENTS',
  'SUBAREAS',
  'INFILTRATION',
  'ADJUSTMENTS',
  'CONDUITS',
  'PUMPS',
  'ORIFICES',
  'WEIRS',
  'OUTLETS',
  'XSECTIONS',
  'LOSSES',
  'INFLOWS',
  'DWF',
  'CONTROLS',
  'TAGS',
  'COORDINATES',
  'VERTICES',
  'POLYGONS',
  'SYMBOLS',
] as const;

/** A section this reader understands. */
export type ReadSection = (typeof readSections)[number];

/** Physics that is left out: its sections are kept for the file, and a warning says what the run does without. */
export const leftOutPhysics: Readonly<Record<string, string>> = {
  SNOWPACKS: 'snow',
  AQUIFERS: 'groundwater',
  GROUNDWATER: 'groundwater',
  GWF: 'groundwater',
  HYDROGRAPHS: 'rain-dependent inflow and infiltration (RDII)',
  RDII: 'rain-dependent inflow and infiltration (RDII)',
  LID_CONTROLS: 'low-impact development (LID)',
  LID_USAGE: 'low-impact development (LID)',
  POLLUTANTS: 'water quality',
  LANDUSES: 'water quality',
  COVERAGES: 'water quality',
  LOADINGS: 'water quality',
  BUILDUP: 'water quality',
  WASHOFF: 'water quality',
  TREATMENT: 'water quality',
  INLETS: 'street inlets',
  INLET_USAGE: 'street inlets',
};

/** Sections kept without a word: those about drawing and editing, and the climate, which its own reader speaks of. */
const silentSections = new Set(['MAP', 'LABELS', 'BACKDROP', 'PROFILES', 'TEMPERATURE']);

const known = [...readSections, ...Object.keys(leftOutPhysics), ...silentSections];
const readable: ReadonlySet<string> = new Set(readSections);

/** The section a heading means: the exact name, or the first one that begins with the same letters (SWMM reads abbreviations too). */
export function sectionMeant(heading: string): string {
  if (known.includes(heading)) return heading;
  return known.find((name) => heading.length >= 4 && (name.startsWith(heading) || heading.startsWith(name))) ?? heading;
}

/** Whether a section is read; all others are kept as they stand. */
export function isRead(name: string): name is ReadSection {
  return readable.has(name);
}

/** Whether a kept section deserves a warning, as one the reader does not know. */
export function isUnknown(name: string): boolean {
  return !readable.has(name) && !silentSections.has(name) && !Object.hasOwn(leftOutPhysics, name);
}
