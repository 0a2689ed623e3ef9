import type { Draft, DrawnNode } from './draft.ts';

/** A junction, or now and then a divider, which the dynamic wave takes for one. */
export function drawJunction(draft: Draft, invert: number, land: number): DrawnNode {
  const { dice } = draft;
  const name = draft.name('J');
  const canPond = dice.happens(0.25);
  const ponded = canPond ? dice.scaled(100, 3000) : 0;
  const sealed = draft.isOdd(0.1) ? dice.between(0.5, 5) : 0;
  const start = draft.isOdd(0.1) ? dice.between(0, 0.5) : 0;
  return drawn(draft, name, 'junction', invert, land, (rim) => {
    draft.add(
      'JUNCTIONS',
      name,
      draft.length(invert),
      draft.length(rim),
      draft.length(Math.min(start, rim)),
      draft.length(sealed),
      draft.area(ponded),
    );
  });
}

/** A junction of a force main, deep enough for the head of its pump. */
export function drawSealedJunction(draft: Draft, invert: number, head: number): DrawnNode {
  const name = draft.name('J');
  return drawn(draft, name, 'junction', invert, 0, (rim) => {
    draft.add('JUNCTIONS', name, draft.length(invert), draft.length(rim), 0, draft.length(head), 0);
  });
}

/** A pond or wet well of any shape that holds a volume (m3) below a depth (m). */
export function drawStorage(draft: Draft, invert: number, land: number, depth: number, volume: number): DrawnNode {
  const { dice, scale } = draft;
  const name = draft.name('ST');
  const mean = Math.max(2, volume / depth);
  const kind = dice.weighted({ TABULAR: 4, FUNCTIONAL: 3, CYLINDRICAL: 1, CONICAL: 0.5, PARABOLIC: 0.5, PYRAMIDAL: 1 });
  const words: (string | number)[] = [kind];
  const side = Math.sqrt(mean);
  const slope = Math.min(3, (0.3 * side) / depth);
  if (kind === 'TABULAR') {
    const curve = draft.name('AREA');
    words.push(curve);
    const flat = dice.between(0.2, 1);
    for (const [height, share] of [[0, flat], [0.4, 0.8], [1, 2 - flat]] as const) {
      draft.add('CURVES', curve, height === 0 ? 'STORAGE' : '', draft.length(height * depth), draft.area(share * mean));
    } // prettier-ignore
  } else if (kind === 'FUNCTIONAL') {
    const exponent = dice.one([0, 0.5, 1]);
    const constant = mean * dice.between(0.3, 1);
    const coefficient = (((mean - constant) * (1 + exponent)) / depth ** exponent) * scale.length ** (2 - exponent);
    words.push(coefficient.toFixed(3), exponent, draft.area(constant));
  } else if (kind === 'CYLINDRICAL') words.push(draft.length(side * 1.2), draft.length(side), 0);
  else if (kind === 'PARABOLIC') words.push(draft.length(side * 1.5), draft.length(side * 1.5), draft.length(depth));
  else words.push(draft.length(side * 0.8), draft.length(side * 0.8), slope.toFixed(2));
  const evaporates = dice.happens(0.3) ? dice.one([0.5, 1]) : 0;
  // Seepage: a conductivity alone, or all three of Green and Ampt (US units only; see the limits in the README).
  const soaks = draft.isOdd(0.2) ? [0, draft.rain(dice.between(1, 15)), 0] : [];
  const start = dice.happens(0.3) ? dice.between(0, 0.4) * depth : 0;
  return drawn(draft, name, 'storage', invert, land, (rim) => {
    draft.add(
      'STORAGE',
      name,
      draft.length(invert),
      draft.length(Math.max(depth, rim)),
      draft.length(start),
      ...words,
      0,
      evaporates,
      ...soaks,
    );
  });
}

function drawn(draft: Draft, name: string, kind: DrawnNode['kind'], invert: number, land: number, write: (rim: number) => void): DrawnNode {
  const node: DrawnNode = { name, kind, invert, land, write, crown: 0, cover: draft.dice.between(0.4, 3) };
  draft.nodes.push(node);
  return node;
}

/** The end of a network: name and invert. */
export function drawOutfall(draft: Draft, invert: number, depth: number): { readonly name: string; readonly invert: number } {
  const { dice } = draft;
  const name = draft.name('OUT');
  const isFree = draft.style.routing !== 'DYNWAVE';
  const stage = isFree ? 'FREE' : dice.weighted({ FREE: 5, NORMAL: 2, FIXED: 2, TIDAL: 0.7, TIMESERIES: 0.7 });
  const gate = draft.isOdd(0.4) ? 'YES' : 'NO';
  const level = (share: number): string => draft.length(invert + share * depth);
  if (stage === 'FIXED') draft.add('OUTFALLS', name, draft.length(invert), stage, level(dice.between(-0.2, 1.5)), gate);
  else if (stage === 'FREE' || stage === 'NORMAL') draft.add('OUTFALLS', name, draft.length(invert), stage, gate);
  else {
    const table = draft.name('TIDE');
    const mean = dice.between(0, 1);
    const range = dice.between(0.3, 1.5);
    const section = stage === 'TIDAL' ? 'CURVES' : 'TIMESERIES';
    const last = stage === 'TIDAL' ? 24 : 120;
    for (let hour = 0; hour <= last; hour += 1) {
      const height = level(mean + (range / 2) * Math.sin((2 * Math.PI * hour) / 12));
      draft.add(section, table, ...(stage === 'TIDAL' && hour === 0 ? ['TIDAL'] : []), hour, height);
    }
    draft.add('OUTFALLS', name, draft.length(invert), stage, table, gate);
  }
  return { name, invert };
}
