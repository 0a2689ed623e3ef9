import type { DrainageModel } from './model/drainage-model.ts';
import type { Link } from './model/links.ts';

/** Heights that differ by less are one, m. */
const SAME = 1e-9;

/**
 * Raises weirs, orifices and outlets that begin below the bed of the node they lead to up to that bed, which is then their sill (SWMM 5.2
 * User's Manual, appendix E, warning 10): else the water of the lower node would run out backwards from under its bed. Of a model for the
 * dynamic wave; the other kinds of routing know no water that comes back.
 *
 * @returns the model itself where none lies so low, and a sentence that names those raised
 */
export function raiseCrests(model: DrainageModel): { readonly model: DrainageModel; readonly warnings: readonly string[] } {
  if (model.options.routing !== 'dynamic-wave') return { model, warnings: [] };
  if (!model.links.some(({ kind }) => kind !== 'conduit' && kind !== 'pump')) return { model, warnings: [] };
  const inverts = new Map(model.nodes.map(({ name, invert }) => [name, invert]));
  const raised: string[] = [];
  const links = model.links.map((link): Link => {
    if (link.kind === 'conduit' || link.kind === 'pump') return link;
    const least = (inverts.get(link.to) ?? 0) - (inverts.get(link.from) ?? 0);
    if ((link.kind === 'weir' ? link.crestOffset : link.offset) >= least - SAME) return link;
    raised.push(link.name);
    return link.kind === 'weir' ? { ...link, crestOffset: least } : { ...link, offset: least };
  });
  if (raised.length === 0) return { model, warnings: [] };
  const names = raised.slice(0, 3).join(', ') + (raised.length > 3 ? ` and ${raised.length - 3} more` : '');
  return { model: { ...model, links }, warnings: [`Crests below the bed of the node they lead to are raised to it: ${names}.`] };
}
