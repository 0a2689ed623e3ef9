import type { Infiltration, Subcatchment } from '../model/catchments.ts';
import type { InfiltrationMethod } from '../model/options.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { infiltrationWords } from './read-options.ts';
import { shortened, type Row } from './row.ts';

/** Infiltration of a catchment that has no row in [INFILTRATION]: a pervious part that takes nothing in. */
export function noInfiltration(method: InfiltrationMethod): Infiltration {
  if (method === 'curve-number') return { method, curveNumber: 99, dryingTime: 0 };
  if (method === 'horton' || method === 'modified-horton') {
    return { method, maximumRate: 0, minimumRate: 0, decay: 0, dryingTime: 0, maximumVolume: 0 };
  }
  return { method, suction: 0, conductivity: 0, initialDeficit: 0 };
}

/** `Name Rgage OutID Area %Imperv Width Slope Clength (Spack)` */
export function readSubcatchment(draft: Draft, row: Row): void {
  const { landArea, length } = draft.units;
  const outlet = row.word(2, 'the name of an outlet');
  const found = draft.names.find('node', outlet) ?? draft.names.find('subcatchment', outlet);
  if (found === undefined) throw new RowRefused(`expected a node or a subcatchment as outlet, but none is called "${shortened(outlet)}"`);
  const subcatchment: Subcatchment = {
    name: row.words[0]!,
    gauge: draft.names.referOr(row, 1, 'gauge'),
    outlet: found,
    area: row.number(3, 'an area', 0) * landArea,
    imperviousFraction: row.share(4, 'a percentage'),
    width: row.number(5, 'a width', 0) * length,
    slope: row.number(6, 'a slope in percent', 0) / 100,
    curbLength: row.numberOr(7, 0, 'a curb length', 0) * length,
    snowPack: row.has(8) ? row.words[8]! : null,
    imperviousRoughness: 0,
    perviousRoughness: 0,
    imperviousStorage: 0,
    perviousStorage: 0,
    zeroStorageFraction: 0,
    routing: 'outlet',
    routedFraction: 1,
    infiltration: noInfiltration(draft.options.infiltration),
    hasOwnMethod: null,
    roughnessPattern: null,
    storagePattern: null,
    infiltrationPattern: null,
  };
  draft.add('subcatchment', 'SUBCATCHMENTS', draft.subcatchments, subcatchment, row);
}

/** `Subcat Nimp Nperv Simp Sperv %Zero RouteTo (%Rted)` */
export function readSubarea(draft: Draft, row: Row): void {
  const subcatchment = draft.subcatchments.get(draft.names.refer(row, 0, 'subcatchment'));
  if (!subcatchment) return;
  const { rainDepth } = draft.units;
  draft.sectioned.add(`subarea ${subcatchment.name}`);
  draft.subcatchments.set(subcatchment.name, {
    ...subcatchment,
    imperviousRoughness: row.number(1, "Manning's n of the impervious part", 0),
    perviousRoughness: row.number(2, "Manning's n of the pervious part", 0),
    imperviousStorage: row.number(3, 'a depression storage', 0) * rainDepth,
    perviousStorage: row.number(4, 'a depression storage', 0) * rainDepth,
    zeroStorageFraction: row.share(5, 'a percentage'),
    routing: row.choiceOr(6, 'outlet', 'OUTLET, IMPERVIOUS or PERVIOUS', {
      OUTLET: 'outlet',
      IMPERV: 'to-impervious',
      PERV: 'to-pervious',
    } as const),
    routedFraction: row.has(7) ? row.share(7, 'a percentage') : 1,
  });
}

/** `Subcat p1 p2 p3 (p4 p5) (Method)` */
export function readInfiltration(draft: Draft, row: Row): void {
  const subcatchment = draft.subcatchments.get(draft.names.refer(row, 0, 'subcatchment'));
  if (!subcatchment) return;
  const last = row.words.at(-1)!.toUpperCase();
  const own = row.words.length > 1 && Object.hasOwn(infiltrationWords, last) ? infiltrationWords[last]! : null;
  draft.subcatchments.set(subcatchment.name, {
    ...subcatchment,
    infiltration: infiltrationIn(draft, row, own ?? draft.options.infiltration, own !== null),
    hasOwnMethod: own,
  });
}

function infiltrationIn(draft: Draft, row: Row, method: InfiltrationMethod, isLastMethod: boolean): Infiltration {
  const { rainRate, rainDepth } = draft.units;
  const end = row.words.length - (isLastMethod ? 1 : 0);
  // Cut-off rows give zeros, as the tail of the row may hold the method's name.
  const at = (index: number, what: string, most = Infinity): number => (index < end ? row.number(index, what, 0, most) : 0);
  if (method === 'curve-number') {
    return { method, curveNumber: row.number(1, 'a curve number', 0, 100), dryingTime: at(3, 'a drying time in days') * 86_400 };
  }
  if (method === 'horton' || method === 'modified-horton') {
    const maximumRate = row.number(1, 'a maximum rate', 0) * rainRate;
    const minimumRate = row.number(2, 'a minimum rate', 0) * rainRate;
    if (minimumRate > maximumRate) throw new RowRefused('expected a minimum infiltration rate not above the maximum rate');
    return {
      method,
      maximumRate,
      minimumRate,
      decay: at(3, 'a decay constant') / 3600,
      dryingTime: at(4, 'a drying time in days') * 86_400,
      maximumVolume: at(5, 'a maximum volume') * rainDepth,
    };
  }
  return {
    method,
    suction: row.number(1, 'a suction head', 0) * rainDepth,
    conductivity: row.number(2, 'a conductivity', 0) * rainRate,
    initialDeficit: at(3, 'a moisture deficit', 1),
  };
}
