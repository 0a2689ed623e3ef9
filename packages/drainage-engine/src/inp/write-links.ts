import type { DrainageModel } from '../model/drainage-model.ts';
import type { Link } from '../model/links.ts';
import { userUnits } from '../model/units.ts';
import { writtenName, yesNo, type Word } from './written-row.ts';

/** Offsets as the file wants them: heights above the node's invert or elevations. */
class OffsetWriter {
  readonly #inverts: ReadonlyMap<string, number>;
  readonly #isElevation: boolean;
  readonly #length: number;

  constructor({ nodes, options }: DrainageModel) {
    this.#inverts = new Map(nodes.map((node) => [node.name, node.invert]));
    this.#isElevation = options.linkOffsets === 'elevation';
    this.#length = userUnits(options.flowUnit).length;
  }

  written(node: string, height: number): number {
    return (this.#isElevation ? height + (this.#inverts.get(node) ?? 0) : height) / this.#length;
  }
}

function ends(link: Link): Word[] {
  return [writtenName(link.name), writtenName(link.from), writtenName(link.to)];
}

/** Rows of [CONDUITS]; `raised` gives the height by which sediment lifts both ends. */
export function conduitRows(model: DrainageModel, raised: (conduit: string) => number): Word[][] {
  const { length, flow } = userUnits(model.options.flowUnit);
  const offsets = new OffsetWriter(model);
  return model.links
    .filter((link) => link.kind === 'conduit')
    .map((link) => [
      ...ends(link),
      link.length / length,
      link.roughness,
      offsets.written(link.from, link.inletOffset + raised(link.name)),
      offsets.written(link.to, link.outletOffset + raised(link.name)),
      link.initialFlow / flow,
      link.maximumFlow / flow,
    ]);
}

/** Rows of [PUMPS]. */
export function pumpRows({ links, options }: DrainageModel): Word[][] {
  const { length } = userUnits(options.flowUnit);
  return links
    .filter((link) => link.kind === 'pump')
    .map((link) => [
      ...ends(link),
      link.curve === null ? '*' : writtenName(link.curve),
      link.isOnAtStart ? 'ON' : 'OFF',
      link.startDepth / length,
      link.stopDepth / length,
    ]);
}

/** Rows of [ORIFICES]. */
export function orificeRows(model: DrainageModel): Word[][] {
  const offsets = new OffsetWriter(model);
  return model.links
    .filter((link) => link.kind === 'orifice')
    .map((link) => [
      ...ends(link),
      link.position.toUpperCase(),
      offsets.written(link.from, link.offset),
      link.discharge,
      yesNo(link.hasFlapGate),
      link.openTime / 3600,
    ]);
}

/** Rows of [WEIRS]. */
export function weirRows(model: DrainageModel): Word[][] {
  const { length } = userUnits(model.options.flowUnit);
  const offsets = new OffsetWriter(model);
  const forms = { transverse: 'TRANSVERSE', 'side-flow': 'SIDEFLOW', 'v-notch': 'V-NOTCH', trapezoidal: 'TRAPEZOIDAL', roadway: 'ROADWAY' };
  return model.links
    .filter((link) => link.kind === 'weir')
    .map((link) => [
      ...ends(link),
      forms[link.form],
      offsets.written(link.from, link.crestOffset),
      link.discharge / Math.sqrt(length),
      yesNo(link.hasFlapGate),
      link.endContractions,
      link.endDischarge / Math.sqrt(length),
      yesNo(link.canSurcharge),
      ...(link.roadWidth > 0 || link.roadSurface !== null || link.coefficientCurve !== null
        ? [
            link.roadWidth / length,
            link.roadSurface?.toUpperCase() ?? '*',
            ...(link.coefficientCurve === null ? [] : [writtenName(link.coefficientCurve)]),
          ]
        : []),
    ]);
}

/** Rows of [OUTLETS]. */
export function outletRows(model: DrainageModel): Word[][] {
  const { length, flow } = userUnits(model.options.flowUnit);
  const offsets = new OffsetWriter(model);
  return model.links
    .filter((link) => link.kind === 'outlet')
    .map((link) => [
      ...ends(link),
      offsets.written(link.from, link.offset),
      `${link.rating.kind}/${link.basis}`.toUpperCase(),
      ...(link.rating.kind === 'functional'
        ? [(link.rating.coefficient * length ** link.rating.exponent) / flow, link.rating.exponent]
        : [writtenName(link.rating.curve)]),
      yesNo(link.hasFlapGate),
    ]);
}

/** Rows of [LOSSES]. */
export function lossRows({ links, options }: DrainageModel): Word[][] {
  const { rainRate } = userUnits(options.flowUnit);
  return links
    .filter((link) => link.kind === 'conduit')
    .filter((link) => link.entryLoss + link.exitLoss + link.averageLoss + link.seepage > 0 || link.hasFlapGate)
    .map((link) => [
      writtenName(link.name),
      link.entryLoss,
      link.exitLoss,
      link.averageLoss,
      yesNo(link.hasFlapGate),
      link.seepage / rainRate,
    ]);
}
