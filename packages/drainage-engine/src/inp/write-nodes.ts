import type { DrainageModel } from '../model/drainage-model.ts';
import type { Divider, Storage } from '../model/nodes.ts';
import { userUnits, type UserUnits } from '../model/units.ts';
import { writtenName, yesNo, type Word } from './written-row.ts';

/** Rows of [JUNCTIONS]. */
export function junctionRows({ nodes, options }: DrainageModel): Word[][] {
  const { length, area } = userUnits(options.flowUnit);
  return nodes
    .filter((node) => node.kind === 'junction')
    .map((node) => [
      writtenName(node.name),
      node.invert / length,
      node.maximumDepth / length,
      node.initialDepth / length,
      node.surchargeDepth / length,
      node.pondedArea / area,
    ]);
}

/** Rows of [OUTFALLS]. */
export function outfallRows({ nodes, options }: DrainageModel): Word[][] {
  const { length } = userUnits(options.flowUnit);
  return nodes
    .filter((node) => node.kind === 'outfall')
    .map(({ name, invert, stage, hasFlapGate, routeTo }) => {
      const words: Word[] = [writtenName(name), invert / length, stage.kind === 'series' ? 'TIMESERIES' : stage.kind.toUpperCase()];
      if (stage.kind === 'fixed') words.push(stage.level / length);
      if (stage.kind === 'tidal') words.push(writtenName(stage.curve));
      if (stage.kind === 'series') words.push(writtenName(stage.series));
      return [...words, yesNo(hasFlapGate), ...(routeTo === null ? [] : [writtenName(routeTo)])];
    });
}

/** Rows of [DIVIDERS]. */
export function dividerRows({ nodes, options }: DrainageModel): Word[][] {
  const units = userUnits(options.flowUnit);
  return nodes
    .filter((node) => node.kind === 'divider')
    .map((node) => [
      writtenName(node.name),
      node.invert / units.length,
      node.divertedLink === '' ? '*' : writtenName(node.divertedLink),
      node.rule.kind.toUpperCase(),
      ...dividerWords(node, units),
      node.maximumDepth / units.length,
      node.initialDepth / units.length,
      node.surchargeDepth / units.length,
      node.pondedArea / units.area,
    ]);
}

function dividerWords({ rule }: Divider, { flow, length }: UserUnits): Word[] {
  if (rule.kind === 'cutoff') return [rule.flow / flow];
  if (rule.kind === 'tabular') return [writtenName(rule.curve)];
  return rule.kind === 'weir' ? [rule.minimumFlow / flow, rule.height / length, rule.coefficient / Math.sqrt(length)] : [];
}

/** Rows of [STORAGE]. */
export function storageRows({ nodes, options }: DrainageModel): Word[][] {
  const units = userUnits(options.flowUnit);
  const { length, rainDepth, rainRate } = units;
  return nodes
    .filter((node) => node.kind === 'storage')
    .map((node) => {
      const { seepage } = node;
      return [
        writtenName(node.name),
        node.invert / length,
        node.maximumDepth / length,
        node.initialDepth / length,
        ...shapeWords(node, units),
        node.surchargeDepth / length,
        node.evaporationFraction,
        ...(seepage ? [seepage.suction / rainDepth, seepage.conductivity / rainRate, seepage.initialDeficit] : []),
      ];
    });
}

function shapeWords({ shape }: Storage, { length, area }: UserUnits): Word[] {
  switch (shape.kind) {
    case 'tabular':
      return ['TABULAR', writtenName(shape.curve)];
    case 'functional':
      return ['FUNCTIONAL', (shape.coefficient * length ** shape.exponent) / area, shape.exponent, shape.constant / area];
    case 'cylindrical':
      return ['CYLINDRICAL', shape.length / length, shape.width / length, 0];
    case 'paraboloid':
      return ['PARABOLIC', shape.length / length, shape.width / length, shape.height / length];
    default:
      return [shape.kind.toUpperCase(), shape.length / length, shape.width / length, shape.sideSlope];
  }
}
