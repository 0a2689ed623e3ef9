import type { Draft } from './draft.ts';
import type { InpProblem } from './inp-problem.ts';

/** What can only be seen when everything is read: parts without their other half, and sizes that no computation survives. */
export function findFaults(draft: Draft): InpProblem[] {
  return [...linkFaults(draft), ...nodeFaults(draft), ...tableFaults(draft)];
}

/** Beyond any drain on earth; larger numbers are slips that would drown the arithmetic. */
const LARGEST_SIZE = 1e6;

function linkFaults(draft: Draft): InpProblem[] {
  const faults: InpProblem[] = [];
  const fail = (name: string, message: string): void => void faults.push({ ...placeOf(draft, 'link', name), message });
  for (const link of draft.links.values()) {
    const wantsSection = link.kind === 'conduit' || link.kind === 'orifice' || link.kind === 'weir';
    if (wantsSection && !draft.sectioned.has(link.name))
      fail(link.name, `expected a row in [XSECTIONS] for the ${link.kind} "${link.name}"`);
    if (link.kind === 'orifice' && !['circular', 'rect-closed', 'dummy'].includes(link.section.shape)) {
      fail(link.name, `expected the orifice "${link.name}" to be CIRCULAR or RECT_CLOSED`);
    }
    if (link.kind === 'conduit' && (link.length > LARGEST_SIZE || link.roughness > 1000)) {
      fail(link.name, `expected a length of at most 1000 km and a roughness of at most 1000 of the conduit "${link.name}"`);
    }
    if (draft.nodes.get(link.from)?.kind === 'outfall' && draft.nodes.get(link.to)?.kind === 'outfall') {
      fail(link.name, `expected at most one outfall at the link "${link.name}", found two`);
    }
    if (link.kind === 'conduit' && 'depth' in link.section && link.section.depth > LARGEST_SIZE) {
      fail(link.name, `expected a section of less than 1000 km of the conduit "${link.name}"`);
    }
  }
  return faults;
}

function nodeFaults(draft: Draft): InpProblem[] {
  const faults: InpProblem[] = [];
  const joined = new Map<string, number>();
  for (const link of draft.links.values()) for (const end of [link.from, link.to]) joined.set(end, (joined.get(end) ?? 0) + 1);
  for (const node of draft.nodes.values()) {
    const place = placeOf(draft, 'node', node.name);
    if (node.kind === 'outfall') {
      // As in SWMM, only where levels act on the links must there be one of them.
      if (draft.options.routing === 'dynamic-wave' && (joined.get(node.name) ?? 0) > 1)
        faults.push({ ...place, message: `expected one link at the outfall "${node.name}", found ${joined.get(node.name)}` });
      continue;
    }
    const depths = [node.maximumDepth, node.initialDepth, node.surchargeDepth, Math.abs(node.invert)];
    if (depths.some((depth) => depth > LARGEST_SIZE)) {
      faults.push({ ...place, message: `expected levels and depths of less than 1000 km at the node "${node.name}"` });
    }
    if (node.maximumDepth > 0 && node.initialDepth > node.maximumDepth + node.surchargeDepth) {
      faults.push({ ...place, message: `expected an initial depth not above the maximum depth at the node "${node.name}"` });
    }
  }
  return faults;
}

function tableFaults(draft: Draft): InpProblem[] {
  const faults: InpProblem[] = [];
  const fail = (section: string, message: string): void => void faults.push({ line: 0, section, message });
  for (const curve of draft.curves.values()) if (curve.x.length === 0) fail('CURVES', `expected points of the curve "${curve.name}"`);
  for (const { name, kind, factors } of draft.patterns.values()) {
    const wanted = kind === 'monthly' ? 12 : kind === 'daily' ? 7 : 24;
    // SWMM takes the missing ones as 1.
    while (factors.length < wanted) factors.push(1);
    if (factors.length === 0) fail('PATTERNS', `expected factors of the pattern "${name}"`);
  }
  for (const { name, stations } of draft.transects.values()) {
    if (stations.length < 2)
      faults.push({ ...placeOf(draft, 'transect', name), message: `expected at least two points (GR) of the transect "${name}"` });
  }
  return faults;
}

function placeOf(draft: Draft, kind: string, name: string): { readonly line: number; readonly section: string } {
  return draft.definedAt.get(`${kind} ${name.toUpperCase()}`) ?? { line: 0, section: '' };
}
