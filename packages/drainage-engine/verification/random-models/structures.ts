import type { Draft, DrawnNode } from './draft.ts';

/** What controls a pond or well has to do: from one node to a lower one. */
interface Place {
  readonly from: DrawnNode;
  readonly to: { readonly name: string; readonly invert: number };
  /** Largest depth of the pond, m. */
  readonly depth: number;
  /** Design flow, m3/s. */
  readonly flow: number;
}

type Kind = 'ORIFICE' | 'WEIR' | 'OUTLET';

function link(draft: Draft, kind: Kind, { from, to }: Place, ...words: readonly (string | number)[]): string {
  const name = draft.name(kind.slice(0, 2));
  draft.add(`${kind}S`, name, from.name, to.name, ...words);
  draft.links.push({ name, kind, from: from.name });
  return name;
}

/** Outlet works of a pond: a low opening and most often a higher one over which a flood leaves. */
export function drawPondOutlet(draft: Draft, place: Place): void {
  const { dice } = draft;
  const low = dice.weighted({ orifice: 6, outlet: 1.5, weir: 1, pipe: 0 });
  if (low === 'orifice') drawOrifice(draft, place, 0);
  else if (low === 'outlet') drawOutlet(draft, place, 0);
  else drawWeir(draft, place, dice.between(0, 0.3) * place.depth);
  if (dice.happens(0.3)) drawOrifice(draft, place, place.depth * dice.between(0.2, 0.6));
  if (dice.happens(0.7)) drawWeir(draft, place, place.depth * dice.between(0.5, 0.85));
  if (draft.isOdd(0.3)) drawOutlet(draft, place, place.depth * dice.between(0, 0.5));
}

/** An orifice that carries a share of the flow under half the depth. */
function drawOrifice(draft: Draft, place: Place, height: number): void {
  const { dice } = draft;
  const area = (place.flow * dice.between(0.15, 0.8)) / (0.6 * Math.sqrt(9.81 * Math.max(0.5, place.depth)));
  const size = Math.min(0.6 * place.depth, Math.max(0.08, Math.sqrt(area)));
  const position = dice.happens(0.75) ? 'SIDE' : 'BOTTOM';
  const gate = draft.isOdd(0.2) ? 'YES' : 'NO';
  const name = link(draft, 'ORIFICE', place, position, draft.offset(place.from, height), dice.one([0.6, 0.61, 0.62, 0.65]), gate, 0);
  const isRound = dice.happens(0.5);
  draft.add(
    'XSECTIONS',
    name,
    isRound ? 'CIRCULAR' : 'RECT_CLOSED',
    draft.length(size),
    isRound ? 0 : draft.length(size * dice.between(0.8, 2)),
    0,
    0,
  );
}

/** A weir of any form. */
export function drawWeir(draft: Draft, place: Place, crest: number): void {
  const { dice, scale } = draft;
  const form = dice.weighted({ TRANSVERSE: 6, 'V-NOTCH': 2, TRAPEZOIDAL: 1, SIDEFLOW: 1, ROADWAY: 0.5 });
  const height = Math.max(0.2, place.depth - crest) * dice.between(0.5, 1);
  const width = Math.max(0.3, place.flow / (1.8 * height ** 1.5)) * dice.between(0.5, 1.5);
  const unit = Math.sqrt(scale.length);
  const coefficient = (form === 'V-NOTCH' ? dice.between(1.3, 1.5) : dice.between(1.6, 1.85)) * unit;
  const tail: (string | number)[] = [draft.isOdd(0.15) ? 'YES' : 'NO', form === 'TRANSVERSE' && draft.isOdd(0.3) ? 2 : 0];
  tail.push(form === 'TRAPEZOIDAL' ? (1.35 * unit).toFixed(3) : 0);
  if (form === 'ROADWAY') tail.push('NO', draft.length(dice.between(6, 12)), dice.one(['PAVED', 'GRAVEL']));
  else if (dice.happens(0.7)) tail.push(dice.happens(0.8) ? 'YES' : 'NO');
  const name = link(draft, 'WEIR', place, form, draft.offset(place.from, crest), coefficient.toFixed(3), ...tail);
  const [shape, third] = form === 'V-NOTCH' ? ['TRIANGULAR', 0] : form === 'TRAPEZOIDAL' ? ['TRAPEZOIDAL', 0.5] : ['RECT_OPEN', 0];
  draft.add('XSECTIONS', name, shape, draft.length(height), draft.length(width), third, third);
}

/** An outlet by a formula or a table, of depth or of head. */
function drawOutlet(draft: Draft, place: Place, height: number): void {
  const { dice, scale } = draft;
  const basis = dice.one(['DEPTH', 'HEAD']);
  const gate = draft.isOdd(0.15) ? 'YES' : 'NO';
  const offset = draft.offset(place.from, height);
  if (dice.happens(0.5)) {
    const exponent = dice.one([0.5, 0.5, 1, 1.5]);
    const coefficient = (place.flow * dice.between(0.2, 0.8) * scale.flow) / (place.depth * scale.length) ** exponent;
    link(draft, 'OUTLET', place, offset, `FUNCTIONAL/${basis}`, coefficient.toPrecision(4), exponent, gate);
    return;
  }
  const curve = draft.name('RATING');
  const share = dice.between(0.2, 0.8);
  for (const [depth, flow] of [[0, 0], [0.2, 0.25], [0.6, 0.7], [1, 1]] as const) {
    draft.add('CURVES', curve, depth === 0 ? 'RATING' : '', draft.length(depth * place.depth), draft.flow(flow * share * place.flow));
  } // prettier-ignore
  link(draft, 'OUTLET', place, offset, `TABULAR/${basis}`, curve, gate);
}

/** One or two pumps of any type, with or without depths of start and stop. */
export function drawPumps(draft: Draft, place: Place, lift: number, volume: number): void {
  const { dice } = draft;
  draft.hasPumps = true;
  const count = dice.happens(0.35) ? 2 : 1;
  for (let at = 0; at < count; at += 1) {
    const name = draft.name('P');
    // An ideal pump must be the only link that leaves its node.
    const type = dice.weighted({ '1': 1, '2': 1.5, '3': 4, '4': 1, '5': 0.7, ideal: count === 1 ? 0.8 : 0 });
    const q = (place.flow * dice.between(0.8, 2)) / count;
    const curve = draft.name('PUMP');
    const points: readonly (readonly [string, number])[] =
      type === '1'
        ? [[(volume * 0.3 * draft.scale.length ** 3).toFixed(2), 0.4 * q], [(volume * 0.7 * draft.scale.length ** 3).toFixed(2), 0.8 * q], [(volume * draft.scale.length ** 3).toFixed(2), q]]
        : type === '2' || type === '4'
          ? [[draft.length(0.2 * place.depth), 0.3 * q], [draft.length(0.5 * place.depth), 0.7 * q], [draft.length(place.depth), q]]
          : [[draft.length(0), 1.5 * q], [draft.length(0.7 * lift), 1.2 * q], [draft.length(1.1 * lift + 0.5), q], [draft.length(1.7 * lift + 1), 0]]; // prettier-ignore
    if (type !== 'ideal') {
      points.forEach(([x, flow], index) => draft.add('CURVES', curve, index === 0 ? `PUMP${type}` : '', x, draft.flow(flow)));
    }
    const stop = dice.between(0.1, 0.3) * place.depth;
    const start = stop + dice.between(0.15, 0.5) * place.depth;
    const hasDepths = type !== 'ideal' && dice.happens(0.8);
    const status = dice.happens(0.7) ? 'ON' : 'OFF';
    draft.add('PUMPS', name, place.from.name, place.to.name, type === 'ideal' ? '*' : curve, hasDepths ? status : 'ON',
      ...(hasDepths ? [draft.length(start), draft.length(stop)] : [])); // prettier-ignore
    draft.links.push({ name, kind: 'PUMP', from: place.from.name });
  }
}
