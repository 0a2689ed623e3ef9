import { noInfiltration } from '../inp/read-catchments.ts';
import type { Infiltration, Subcatchment } from '../model/catchments.ts';
import type { Link, Outlet } from '../model/links.ts';
import type { InfiltrationMethod } from '../model/options.ts';
import type { Divider, Node, Outfall, StorageShape } from '../model/nodes.ts';
import type { Section } from '../model/section.ts';
import type { FeatureProperties } from './feature-properties.ts';

/** A node from its attributes; all but name and invert may be missing. */
export function nodeOf(from: FeatureProperties): Node {
  const kind = from.oneOf('kind', ['junction', 'outfall', 'storage', 'divider'], 'junction');
  const base = { name: from.text('name'), invert: from.number('invert') };
  if (kind === 'outfall') {
    const stage = from.tagged<Outfall['stage']>('stage', 'kind', { kind: 'free' });
    return { ...base, kind, stage, hasFlapGate: from.flag('hasFlapGate'), routeTo: from.textOr('routeTo', null) };
  }
  const open = {
    ...base,
    maximumDepth: from.number('maximumDepth', 0, 0),
    initialDepth: from.number('initialDepth', 0, 0),
    surchargeDepth: from.number('surchargeDepth', 0, 0),
  };
  if (kind === 'storage') {
    const seepage = from.has('seepage') ? seepageOf(from) : null;
    return {
      ...open,
      kind,
      shape: from.tagged<StorageShape>('shape', 'kind'),
      evaporationFraction: from.number('evaporationFraction', 0, 0),
      seepage,
    };
  }
  const pondedArea = from.number('pondedArea', 0, 0);
  if (kind === 'junction') return { ...open, kind, pondedArea };
  return { ...open, kind, pondedArea, divertedLink: from.text('divertedLink'), rule: from.tagged<Divider['rule']>('rule', 'kind') };
}

/** A link from its attributes. `length` gives the length where the feature does not. */
export function linkOf(from: FeatureProperties, length: number): Link {
  const kind = from.oneOf('kind', ['conduit', 'pump', 'orifice', 'weir', 'outlet'], 'conduit');
  const base = { name: from.text('name'), from: from.text('from'), to: from.text('to') };
  if (base.from === base.to) from.fail('expected two different nodes');
  switch (kind) {
    case 'conduit':
      return {
        ...base,
        kind,
        length: from.number('length', length > 0 ? length : undefined, Number.MIN_VALUE),
        roughness: from.number('roughness', undefined, Number.MIN_VALUE),
        inletOffset: from.number('inletOffset', 0, 0),
        outletOffset: from.number('outletOffset', 0, 0),
        initialFlow: from.number('initialFlow', 0),
        maximumFlow: from.number('maximumFlow', 0, 0),
        section: from.tagged<Section>('section', 'shape'),
        barrels: from.number('barrels', 1, 1),
        sedimentDepth: from.number('sedimentDepth', 0, 0),
        entryLoss: from.number('entryLoss', 0, 0),
        exitLoss: from.number('exitLoss', 0, 0),
        averageLoss: from.number('averageLoss', 0, 0),
        hasFlapGate: from.flag('hasFlapGate'),
        seepage: from.number('seepage', 0, 0),
        culvertCode: from.number('culvertCode', 0, 0),
      };
    case 'pump':
      return {
        ...base,
        kind,
        curve: from.textOr('curve', null),
        isOnAtStart: from.flag('isOnAtStart', true),
        startDepth: from.number('startDepth', 0, 0),
        stopDepth: from.number('stopDepth', 0, 0),
      };
    case 'orifice':
      return {
        ...base,
        kind,
        position: from.oneOf('position', ['side', 'bottom'], 'side'),
        offset: from.number('offset', 0, 0),
        discharge: from.number('discharge', 0.65, 0),
        hasFlapGate: from.flag('hasFlapGate'),
        openTime: from.number('openTime', 0, 0),
        section: from.tagged<Section>('section', 'shape'),
      };
    case 'weir':
      return {
        ...base,
        kind,
        form: from.oneOf('form', ['transverse', 'side-flow', 'v-notch', 'trapezoidal', 'roadway'], 'transverse'),
        crestOffset: from.number('crestOffset', 0, 0),
        discharge: from.number('discharge', undefined, 0),
        hasFlapGate: from.flag('hasFlapGate'),
        endContractions: from.number('endContractions', 0, 0),
        endDischarge: from.number('endDischarge', 0, 0),
        canSurcharge: from.flag('canSurcharge', true),
        roadWidth: from.number('roadWidth', 0, 0),
        roadSurface: from.has('roadSurface') ? from.oneOf<'paved' | 'gravel'>('roadSurface', ['paved', 'gravel']) : null,
        coefficientCurve: from.textOr('coefficientCurve', null),
        section: from.tagged<Section>('section', 'shape'),
      };
    default:
      return {
        ...base,
        kind,
        offset: from.number('offset', 0, 0),
        basis: from.oneOf('basis', ['depth', 'head'], 'depth'),
        rating: from.tagged<Outlet['rating']>('rating', 'kind'),
        hasFlapGate: from.flag('hasFlapGate'),
      };
  }
}

/** A catchment from its attributes. `area` (m²) gives the area where the feature does not. */
export function subcatchmentOf(from: FeatureProperties, area: number): Subcatchment {
  const known = from.number('area', area > 0 ? area : undefined, 0);
  const infiltration = from.tagged<Infiltration>('infiltration', 'method', noInfiltration('horton'));
  return {
    name: from.text('name'),
    gauge: from.textOr('gauge', null),
    outlet: from.text('outlet'),
    area: known,
    imperviousFraction: from.number('imperviousFraction', undefined, 0),
    // The width of a square, where nobody measured the length of overland flow.
    width: from.number('width', Math.sqrt(known), 0),
    slope: from.number('slope', undefined, 0),
    curbLength: from.number('curbLength', 0, 0),
    snowPack: from.textOr('snowPack', null),
    imperviousRoughness: from.number('imperviousRoughness', 0.015, 0),
    perviousRoughness: from.number('perviousRoughness', 0.2, 0),
    imperviousStorage: from.number('imperviousStorage', 0.0015, 0),
    perviousStorage: from.number('perviousStorage', 0.004, 0),
    zeroStorageFraction: from.number('zeroStorageFraction', 0.25, 0),
    routing: from.oneOf('routing', ['outlet', 'to-impervious', 'to-pervious'], 'outlet'),
    routedFraction: from.number('routedFraction', 1, 0),
    infiltration,
    hasOwnMethod: from.has('hasOwnMethod')
      ? from.oneOf<InfiltrationMethod>('hasOwnMethod', ['horton', 'modified-horton', 'green-ampt', 'modified-green-ampt', 'curve-number'])
      : null,
    roughnessPattern: from.textOr('roughnessPattern', null),
    storagePattern: from.textOr('storagePattern', null),
    infiltrationPattern: from.textOr('infiltrationPattern', null),
  };
}

function seepageOf(from: FeatureProperties): NonNullable<Extract<Node, { kind: 'storage' }>['seepage']> {
  const nested = from.nested('seepage');
  return {
    suction: nested.number('suction', 0, 0),
    conductivity: nested.number('conductivity', undefined, 0),
    initialDeficit: nested.number('initialDeficit', 0, 0),
  };
}
