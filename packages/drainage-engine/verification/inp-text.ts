/** Rows of sections by name: a line each, blank lines and indents do not matter. */
export type SectionRows = Readonly<Record<string, string>>;

/** Options every case starts from: metric, dynamic wave, six hours, variable step of at most 5 s, reports each minute. */
const baseOptions: Readonly<Record<string, string | number>> = {
  FLOW_UNITS: 'CMS',
  INFILTRATION: 'HORTON',
  FLOW_ROUTING: 'DYNWAVE',
  LINK_OFFSETS: 'DEPTH',
  MIN_SLOPE: 0,
  ALLOW_PONDING: 'NO',
  SKIP_STEADY_STATE: 'NO',
  START_DATE: '01/15/2024',
  START_TIME: '00:00:00',
  REPORT_START_DATE: '01/15/2024',
  REPORT_START_TIME: '00:00:00',
  END_DATE: '01/15/2024',
  END_TIME: '06:00:00',
  DRY_DAYS: 0,
  REPORT_STEP: '00:01:00',
  WET_STEP: '00:01:00',
  DRY_STEP: '00:05:00',
  ROUTING_STEP: 5,
  INERTIAL_DAMPING: 'PARTIAL',
  NORMAL_FLOW_LIMITED: 'BOTH',
  VARIABLE_STEP: 0.75,
  MIN_SURFAREA: 0,
  MAX_TRIALS: 8,
  HEAD_TOLERANCE: 0,
  THREADS: 1,
};

/** The text of a model: the base options with some changed, the sections given, and a report of everything. */
export function inpText(title: string, sections: SectionRows, options: Readonly<Record<string, string | number>> = {}): string {
  const rows = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  const option = Object.entries({ ...baseOptions, ...options }).map(([name, value]) => `${name} ${value}`);
  const parts = [
    `[TITLE]\n${title}`,
    `[OPTIONS]\n${option.join('\n')}`,
    ...Object.entries(sections).map(([name, text]) => `[${name}]\n${rows(text)}`),
    '[REPORT]\nINPUT NO\nCONTROLS NO\nSUBCATCHMENTS ALL\nNODES ALL\nLINKS ALL',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A series that rises from a base to a peak and falls back: rows of [TIMESERIES], hours. */
export function wave(
  name: string,
  { base = 0, peak, start = 0.5, rise = 0.5, fall = 1.5 }: { base?: number; peak: number; start?: number; rise?: number; fall?: number },
): string {
  return [
    `${name} 0 ${base}`,
    `${name} ${start} ${base}`,
    `${name} ${start + rise} ${peak}`,
    `${name} ${start + rise + fall} ${base}`,
    `${name} 48 ${base}`,
  ].join('\n');
}

/** A sine of a tide as rows of a tidal curve or a series over `hours`, one value each quarter of an hour. */
export function tideRows(
  name: string,
  { mean, range, period = 12, hours = 24, first = '' }: { mean: number; range: number; period?: number; hours?: number; first?: string },
): string {
  const rows: string[] = [];
  for (let quarter = 0; quarter <= hours * 4; quarter += 1) {
    const hour = quarter / 4;
    const level = mean + (range / 2) * Math.sin((2 * Math.PI * hour) / period);
    rows.push(`${name} ${quarter === 0 ? `${first} ` : ''}${hour} ${level.toFixed(4)}`);
  }
  return rows.join('\n');
}

/** A line of equal conduits from node N0 to an outfall: rows of the sections it needs. */
export interface Reach {
  readonly count: number;
  readonly length: number;
  /** m/m, downwards; may be negative. */
  readonly slope: number;
  readonly roughness?: number;
  /** Rest of an [XSECTIONS] row: shape and sizes. */
  readonly section: string;
  readonly maximumDepth: number;
  readonly outfall?: string;
  readonly outfallInvert?: number;
  readonly tail?: string;
  readonly prefix?: string;
}

/** Rows of the sections that a reach needs. */
export function reach(shape: Reach): { JUNCTIONS: string; OUTFALLS: string; CONDUITS: string; XSECTIONS: string } {
  const {
    count,
    length,
    slope,
    roughness = 0.015,
    section,
    maximumDepth,
    outfall = 'FREE',
    outfallInvert = 0,
    tail = '',
    prefix = '',
  } = shape;
  const level = (node: number): string => (outfallInvert + (count - node) * length * slope).toFixed(4);
  const indexes = Array.from({ length: count }, (_, index) => index);
  const name = (index: number): string => (index === count ? `${prefix}OUT` : `${prefix}N${index}`);
  return {
    JUNCTIONS: indexes.map((index) => `${name(index)} ${level(index)} ${maximumDepth} ${tail}`).join('\n'),
    OUTFALLS: `${prefix}OUT ${outfallInvert} ${outfall}`,
    CONDUITS: indexes.map((index) => `${prefix}C${index} ${name(index)} ${name(index + 1)} ${length} ${roughness} 0 0`).join('\n'),
    XSECTIONS: indexes.map((index) => `${prefix}C${index} ${section}`).join('\n'),
  };
}

/** Inflow of a series into a node. */
export function inflow(node: string, series: string): string {
  return `${node} FLOW ${series} FLOW 1 1 0`;
}
