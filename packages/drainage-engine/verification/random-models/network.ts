import type { Draft, DrawnNode } from './draft.ts';
import { drawJunction, drawOutfall, drawSealedJunction, drawStorage } from './nodes.ts';
import { drawSection } from './sections.ts';
import { drawPondOutlet, drawPumps, drawWeir } from './structures.ts';

/** The land a model drains and how steep it lies. */
export interface Terrain {
  /** Typical fall, m/m. */
  readonly slope: number;
  /** m3/s that come from a hectare in the design storm. */
  readonly yield: number;
  /** Pipes carry this share of the design flow. */
  readonly generosity: number;
}

type End = { readonly name: string; readonly invert: number; crown?: number };

/** A conduit from a node down to another; beds lie `up` and `down` over the inverts. */
function drawConduit(draft: Draft, from: DrawnNode, to: End, length: number, flow: number, { up = 0, down = 0, shape = '' } = {}): void {
  const { dice } = draft;
  const name = draft.name('C');
  const slope = (from.invert + up - to.invert - down) / length;
  const section = drawSection(draft, shape || dice.weighted(draft.style.shapes), flow, slope);
  const limits = draft.isOdd(0.05) ? [0, draft.flow(flow * 0.7)] : [];
  draft.add(
    'CONDUITS',
    name,
    from.name,
    to.name,
    draft.length(length),
    section.roughness,
    draft.offset(from, up),
    draft.offset(to, down),
    ...limits,
  );
  const barrels = section.shape !== 'IRREGULAR' && draft.isOdd(0.1) ? dice.whole(2, 3) : 1;
  const culvert = section.shape === 'CIRCULAR' && draft.isOdd(0.06) ? [dice.one([1, 2, 3, 5])] : [];
  draft.add('XSECTIONS', name, section.shape, ...section.words, ...(barrels > 1 || culvert.length > 0 ? [barrels, ...culvert] : []));
  if (draft.isOdd(0.4)) {
    const gate = draft.isOdd(0.1) ? 'YES' : 'NO';
    draft.add('LOSSES', name, dice.one([0, 0.2, 0.5]), dice.one([0, 0.5, 1]), dice.one([0, 0, 0.3]), gate);
  }
  draft.links.push({ name, kind: 'CONDUIT', from: from.name });
  from.crown = Math.max(from.crown, up + section.depth);
  if (to.crown !== undefined) to.crown = Math.max(to.crown, down + section.depth);
}

/** The whole network: a tree of drains with ponds, lifts, cross links and overflows. */
export function drawNetwork(draft: Draft, terrain: Terrain): void {
  const { dice, style } = draft;
  const count = dice.whole(...style.conduits);
  const parents = Array.from({ length: count }, (_, at) =>
    at === 0 ? -1 : dice.happens(0.6) ? at - 1 : dice.whole(Math.max(0, at - 8), at - 1),
  );
  const own = parents.map(() => dice.scaled(0.2, 3));
  const land = [...own];
  for (let at = count - 1; at > 0; at -= 1) land[parents[at]!]! += land[at]!;
  const base = dice.happens(0.5) ? dice.between(0, 5) : dice.between(20, 300);
  const outfall = drawOutfall(draft, base, Math.min(2, Math.max(0.3, Math.sqrt(land[0]! * terrain.yield))));
  const tops: End[] = [];
  for (let at = 0; at < count; at += 1) {
    const below = at === 0 ? outfall : tops[parents[at]!]!;
    tops.push(drawReach(draft, terrain, below, own[at]!, land[at]!));
  }
  drawLoops(draft, terrain);
  for (const node of draft.nodes) node.write(node.crown + (node.kind === 'storage' ? 0 : node.cover));
}

/** One node and what leads from it to the node below. */
function drawReach(draft: Draft, terrain: Terrain, below: End, own: number, land: number): DrawnNode {
  const { dice, style } = draft;
  const length = dice.weighted({ short: 1, usual: 8, long: 1 });
  const metres = Math.round(length === 'short' ? dice.between(5, 25) : length === 'long' ? dice.between(250, 700) : dice.between(30, 160));
  const isFlat = style.routing === 'DYNWAVE' && dice.happens(0.05);
  const slope = isFlat ? dice.one([0, 0, -0.001, -0.0005]) : terrain.slope * dice.between(0.4, 1.8);
  const drop = style.routing === 'DYNWAVE' && dice.happens(0.3) ? (dice.happens(0.8) ? dice.between(0.02, 0.15) : dice.between(0.3, 2)) : 0;
  const flow = land * terrain.yield * terrain.generosity * dice.between(0.7, 1.4);
  const volume = land * dice.between(80, 500);
  if (dice.happens(style.ponds)) {
    const foot = drawJunction(draft, below.invert + drop + metres * Math.max(slope, 0.0005), 0);
    drawConduit(draft, foot, below, metres, flow, { down: drop });
    const depth = dice.between(1.2, 4);
    const pond = drawStorage(draft, foot.invert + dice.between(0, 0.3), own, depth, volume);
    drawPondOutlet(draft, { from: pond, to: foot, depth, flow });
    return pond;
  }
  if (dice.happens(style.pumps)) return drawLift(draft, terrain, below, { own, land, metres });
  const up = draft.isOdd(0.1) ? dice.between(0.05, 0.4) : 0;
  const node = drawJunction(draft, below.invert + drop + metres * slope - up, own);
  drawConduit(draft, node, below, metres, flow, { up, down: drop });
  return node;
}

/** A wet well with pumps, and now and then a force main. */
function drawLift(
  draft: Draft,
  terrain: Terrain,
  below: End,
  { own, land, metres }: { own: number; land: number; metres: number },
): DrawnNode {
  const { dice, style } = draft;
  const lift = dice.between(2, 9);
  const depth = dice.between(2, 4);
  const flow = Math.max(0.005, style.dryWeather > 0.5 ? land * 0.002 : land * terrain.yield * 0.7);
  const volume = Math.max(5, flow * dice.between(120, 900));
  const well = drawStorage(draft, below.invert - lift, own, depth, volume);
  well.crown = depth;
  // An outfall takes one link only.
  if (below.crown !== undefined && dice.happens(0.5)) drawPumps(draft, { from: well, to: below, depth, flow }, lift, volume);
  else {
    const foot = drawSealedJunction(draft, below.invert - lift * dice.between(0, 0.6), 30);
    drawConduit(draft, foot, below, metres, flow * 2.5, { shape: dice.one(['FORCE_MAIN', 'CIRCULAR']), down: dice.one([0, 0.2]) });
    drawPumps(draft, { from: well, to: foot, depth, flow }, lift + 3, volume);
  }
  return well;
}

/** Cross links between neighbours, and weirs that spill into outfalls of their own. */
function drawLoops(draft: Draft, terrain: Terrain): void {
  const { dice, style, nodes } = draft;
  const junctions = nodes.filter((node) => node.kind === 'junction');
  const tries = Math.round((style.loops * junctions.length) / 6);
  for (let at = 0; at < tries; at += 1) {
    const one = dice.one(junctions);
    if (dice.happens(0.3)) {
      const spill = drawOutfall(draft, one.invert - dice.between(0, 0.5), 0.5);
      const crest = Math.max(0.2, one.crown) * dice.between(0.6, 1.1);
      drawWeir(draft, { from: one, to: spill, depth: crest + 1, flow: Math.max(0.1, one.land * terrain.yield) }, crest);
      one.crown = Math.max(one.crown, crest + 0.5);
      continue;
    }
    const other = dice.one(junctions);
    const [high, low] = one.invert >= other.invert ? [one, other] : [other, one];
    if (high === low || high.invert - low.invert > 8) continue;
    const up = dice.happens(0.5) ? dice.between(0, 0.6) : 0;
    drawConduit(draft, high, low, dice.between(40, 250), 0.3 * Math.max(high.land, 0.5) * terrain.yield, {
      up,
      down: dice.happens(0.3) ? dice.between(0, 0.5) : 0,
    });
  }
}
