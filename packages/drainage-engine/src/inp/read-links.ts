import type { Section } from '../model/section.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import type { Row } from './row.ts';

const none: Section = { shape: 'dummy' };

/** Names and ends of a link. */
function ends(draft: Draft, row: Row): { readonly name: string; readonly from: string; readonly to: string } {
  const from = draft.names.refer(row, 1, 'node', 'the name of the inlet node');
  const to = draft.names.refer(row, 2, 'node', 'the name of the outlet node');
  if (from === to) throw new RowRefused(`expected two different nodes, found "${from}" at both ends`);
  return { name: row.words[0]!, from, to };
}

/** An offset as height above a node's invert. `*` is zero; elevations below the invert count as zero. */
function offset(draft: Draft, row: Row, index: number, node: string): number {
  const { length } = draft.units;
  if (row.words[index] === '*' || row.words[index] === undefined) return 0;
  const value = row.number(index, 'an offset') * length;
  if (draft.options.linkOffsets === 'depth') {
    if (value < 0) draft.warn(row, `the offset is below the invert of node "${node}" and counts as zero`);
    return Math.max(0, value);
  }
  const height = value - (draft.nodes.get(node)?.invert ?? 0);
  if (height < -1e-6) draft.warn(row, `the offset's elevation is below the invert of node "${node}" and counts as zero`);
  // Cuts the noise of the subtraction, a tenth of a micrometre.
  return Math.max(0, Math.round(height * 1e7) / 1e7);
}

/** `Name Node1 Node2 Length N Z1 Z2 (Q0 Qmax)` */
export function readConduit(draft: Draft, row: Row): void {
  const joined = ends(draft, row);
  const conduit = {
    kind: 'conduit',
    ...joined,
    length: row.number(3, 'a length', Number.MIN_VALUE) * draft.units.length,
    roughness: row.number(4, "Manning's n", Number.MIN_VALUE),
    inletOffset: offset(draft, row, 5, joined.from),
    outletOffset: offset(draft, row, 6, joined.to),
    initialFlow: row.numberOr(7, 0, 'an initial flow') * draft.units.flow,
    maximumFlow: row.numberOr(8, 0, 'a maximum flow', 0) * draft.units.flow,
    section: none,
    barrels: 1,
    sedimentDepth: 0,
    entryLoss: 0,
    exitLoss: 0,
    averageLoss: 0,
    hasFlapGate: false,
    seepage: 0,
    culvertCode: 0,
  } as const;
  draft.add('link', 'CONDUITS', draft.links, conduit, row);
}

/** `Name Node1 Node2 Pcurve (Status Startup Shutoff)` */
export function readPump(draft: Draft, row: Row): void {
  const { length } = draft.units;
  const pump = {
    kind: 'pump',
    ...ends(draft, row),
    curve: draft.names.referOr(row, 3, 'curve', 'the name of a pump curve'),
    isOnAtStart: row.choiceOr(4, true, 'ON or OFF', { ON: true, OFF: false }),
    startDepth: row.numberOr(5, 0, 'a startup depth', 0) * length,
    stopDepth: row.numberOr(6, 0, 'a shutoff depth', 0) * length,
  } as const;
  if (pump.startDepth > 0 && pump.startDepth <= pump.stopDepth) throw new RowRefused('expected a startup depth above the shutoff depth');
  draft.add('link', 'PUMPS', draft.links, pump, row);
}

/** `Name Node1 Node2 Type Offset Cd (Gated Orate)` */
export function readOrifice(draft: Draft, row: Row): void {
  const joined = ends(draft, row);
  const orifice = {
    kind: 'orifice',
    ...joined,
    position: row.choice(3, 'the position of an orifice', { SIDE: 'side', BOTTOM: 'bottom' } as const),
    offset: offset(draft, row, 4, joined.from),
    discharge: row.number(5, 'a discharge coefficient', 0),
    hasFlapGate: row.yesOrNo(6, 'YES or NO for a flap gate'),
    openTime: row.numberOr(7, 0, 'a time to open, in hours', 0) * 3600,
    section: none,
  } as const;
  draft.add('link', 'ORIFICES', draft.links, orifice, row);
}

const weirForms = {
  TRANSVERSE: 'transverse',
  SIDEFLOW: 'side-flow',
  'V-NOTCH': 'v-notch',
  TRAPEZOIDAL: 'trapezoidal',
  ROADWAY: 'roadway',
} as const;

/** `Name Node1 Node2 Type CrstHt Cd (Gated EC Cd2 Sur Width Surf CdCurve)` */
export function readWeir(draft: Draft, row: Row): void {
  const { length } = draft.units;
  const joined = ends(draft, row);
  const form = row.choice(3, 'the form of a weir', weirForms);
  const weir = {
    kind: 'weir',
    ...joined,
    form,
    crestOffset: offset(draft, row, 4, joined.from),
    discharge: row.number(5, 'a discharge coefficient', 0) * Math.sqrt(length),
    hasFlapGate: row.yesOrNo(6, 'YES or NO for a flap gate'),
    endContractions: row.numberOr(7, 0, 'a number of end contractions', 0),
    endDischarge: row.numberOr(8, 0, 'a discharge coefficient of the ends', 0) * Math.sqrt(length),
    canSurcharge: row.choiceOr(9, true, 'YES or NO for surcharge', { YES: true, NO: false }),
    roadWidth: row.numberOr(10, 0, 'the width of the road', 0) * length,
    // Other weirs have no road, whatever fills its place before a curve.
    roadSurface: form === 'roadway' ? row.choiceOr(11, null, 'PAVED or GRAVEL', { PAVED: 'paved', GRAVEL: 'gravel' } as const) : null,
    coefficientCurve: draft.names.referOr(row, 12, 'curve', 'the name of a weir curve'),
    section: none,
  } as const;
  draft.add('link', 'WEIRS', draft.links, weir, row);
}

const ratings = {
  'TABULAR/DEPTH': ['tabular', 'depth'],
  'TABULAR/HEAD': ['tabular', 'head'],
  'FUNCTIONAL/DEPTH': ['functional', 'depth'],
  'FUNCTIONAL/HEAD': ['functional', 'head'],
  // Without a basis, as SWMM 5.0 wrote it, the depth counts.
  TABULAR: ['tabular', 'depth'],
  FUNCTIONAL: ['functional', 'depth'],
} as const;

/** `Name Node1 Node2 Offset TABULAR/DEPTH|TABULAR/HEAD Qcurve (Gated)` or `… FUNCTIONAL/DEPTH|FUNCTIONAL/HEAD C1 C2 (Gated)` */
export function readOutlet(draft: Draft, row: Row): void {
  const { length, flow } = draft.units;
  const joined = ends(draft, row);
  const [kind, basis] = row.choice(4, 'a kind of rating', ratings);
  const exponent = kind === 'functional' ? row.number(6, 'an exponent') : 0;
  const outlet = {
    kind: 'outlet',
    ...joined,
    offset: offset(draft, row, 3, joined.from),
    basis,
    rating:
      kind === 'functional'
        ? { kind, coefficient: (row.number(5, 'a coefficient') * flow) / length ** exponent, exponent }
        : { kind, curve: draft.names.refer(row, 5, 'curve', 'the name of a rating curve') },
    hasFlapGate: row.yesOrNo(kind === 'functional' ? 7 : 6, 'YES or NO for a flap gate'),
  } as const;
  draft.add('link', 'OUTLETS', draft.links, outlet, row);
}
