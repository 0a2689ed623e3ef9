import type { DrainageModel } from '../model/drainage-model.ts';
import { emptyModel } from '../model/drainage-model.ts';
import type { Conduit, Link } from '../model/links.ts';
import type { Junction, Node, Outfall, Storage } from '../model/nodes.ts';
import { defaultOptions, type ModelOptions } from '../model/options.ts';
import type { Section } from '../model/section.ts';

/** A junction of the tests. */
export function junction(name: string, invert: number, more: Partial<Junction> = {}): Junction {
  return { kind: 'junction', name, invert, maximumDepth: 5, initialDepth: 0, surchargeDepth: 0, pondedArea: 0, ...more };
}

/** An outfall of the tests, free unless said. */
export function outfall(name: string, invert: number, stage: Outfall['stage'] = { kind: 'free' }): Outfall {
  return { kind: 'outfall', name, invert, stage, hasFlapGate: false, routeTo: null };
}

/** A cylindrical tank of the tests; `area` m2. */
export function tank(name: string, invert: number, area: number, initialDepth: number): Storage {
  return {
    kind: 'storage',
    name,
    invert,
    maximumDepth: 10,
    initialDepth,
    surchargeDepth: 0,
    shape: { kind: 'functional', constant: area, coefficient: 0, exponent: 0 },
    evaporationFraction: 0,
    seepage: null,
  };
}

/** A conduit of the tests. */
export function conduit(name: string, from: string, to: string, section: Section, more: Partial<Conduit> = {}): Conduit {
  return {
    kind: 'conduit',
    name,
    from,
    to,
    length: 100,
    roughness: 0.02,
    inletOffset: 0,
    outletOffset: 0,
    initialFlow: 0,
    maximumFlow: 0,
    section,
    barrels: 1,
    sedimentDepth: 0,
    entryLoss: 0,
    exitLoss: 0,
    averageLoss: 0,
    hasFlapGate: false,
    seepage: 0,
    culvertCode: 0,
    ...more,
  };
}

/** A model of the tests: dynamic wave, 5 s steps, constant inflows in m3/s by node. */
export function modelOf(
  nodes: readonly Node[],
  links: readonly Link[],
  hours: number,
  inflows: Readonly<Record<string, number>> = {},
  options: Partial<ModelOptions> = {},
): DrainageModel {
  return {
    ...emptyModel,
    nodes,
    links,
    options: {
      ...defaultOptions,
      inertialDamping: 'partial',
      flowUnit: 'CMS',
      routing: 'dynamic-wave',
      end: defaultOptions.start + hours * 3600,
      reportStep: 300,
      routingStep: 5,
      variableStep: 0.75,
      ...options,
    },
    inflows: Object.entries(inflows).map(([node, baseline]) => ({ node, series: null, scale: 1, baseline, baselinePattern: null })),
  };
}
