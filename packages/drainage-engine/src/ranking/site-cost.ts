import { DisjointSets } from '../districts/disjoint-sets.ts';
import type { Action, MeasuredDrain } from './candidate.ts';

/** The price of any set of actions: work by the cubic metre, and one mobilisation for each site. Drains that meet are one site. */
export class SiteCost {
  readonly #actions: readonly Action[];
  readonly #drains: readonly MeasuredDrain[];
  /** Actions on the same or on adjoining drains of the same owner. */
  readonly neighbours: readonly (readonly number[])[];

  constructor(actions: readonly Action[], drains: readonly MeasuredDrain[]) {
    this.#actions = actions;
    this.#drains = drains;
    const atNode = new Map<string, number[]>();
    actions.forEach((action, a) => {
      const { from, to } = drains[action.candidate]!.conduit;
      for (const node of [from, to]) {
        const key = `${action.owner}\n${node}`;
        const list = atNode.get(key);
        if (list) list.push(a);
        else atNode.set(key, [a]);
      }
    });
    this.neighbours = actions.map((action, a) => {
      const { from, to } = drains[action.candidate]!.conduit;
      const near = [from, to].flatMap((node) => atNode.get(`${action.owner}\n${node}`) ?? []);
      return [...new Set(near)].filter((other) => other !== a);
    });
  }

  /** A set of actions by the sites it makes. */
  sitesOf(chosen: readonly number[]): number[][] {
    const places = new Map(chosen.map((action, place) => [action, place]));
    const sets = new DisjointSets(chosen.length);
    chosen.forEach((action, place) => {
      for (const near of this.neighbours[action]!) if (places.has(near)) sets.join(place, places.get(near)!);
    });
    const sites = new Map<number, number[]>();
    chosen.forEach((action, place) => sites.set(sets.find(place), [...(sites.get(sets.find(place)) ?? []), action]));
    return [...sites.values()];
  }

  /** Rupiah of a set of actions (their places). A site of several classes pays its dearest mobilisation. */
  of(chosen: readonly number[]): number {
    const places = new Map(chosen.map((action, place) => [action, place]));
    const sets = new DisjointSets(chosen.length);
    let work = 0;
    chosen.forEach((action, place) => {
      work += this.#actions[action]!.cost;
      for (const near of this.neighbours[action]!) {
        const other = places.get(near);
        if (other !== undefined) sets.join(place, other);
      }
    });
    const mobilisations = new Map<number, number>();
    chosen.forEach((action, place) => {
      const site = sets.find(place);
      mobilisations.set(site, Math.max(mobilisations.get(site) ?? 0, this.#actions[action]!.mobilisation));
    });
    return [...mobilisations.values()].reduce((sum, one) => sum + one, work);
  }

  /** Prices further actions on top of some: work, and what their sites add when those they join are paid already. */
  onTopOf(done: readonly number[]): (more: readonly number[]) => number {
    const places = new Map(done.map((action, place) => [action, place]));
    const sets = new DisjointSets(done.length);
    done.forEach((action, place) => {
      for (const near of this.neighbours[action]!) if (places.has(near)) sets.join(place, places.get(near)!);
    });
    const paid = new Map<number, number>();
    done.forEach((action, place) => {
      const site = sets.find(place);
      paid.set(site, Math.max(paid.get(site) ?? 0, this.#actions[action]!.mobilisation));
    });
    return (more) => {
      const own = new Map(more.map((action, place) => [action, place]));
      const joined = new DisjointSets(more.length + done.length);
      const sites = new Set<number>();
      let price = 0;
      more.forEach((action, place) => {
        price += this.#actions[action]!.cost;
        for (const near of this.neighbours[action]!) {
          if (own.has(near)) joined.join(place, own.get(near)!);
          const before = places.get(near);
          if (before === undefined) continue;
          sites.add(sets.find(before));
          joined.join(place, more.length + sets.find(before));
        }
      });
      const dearest = new Map<number, number>();
      const raise = (at: number, mobilisation: number): void => {
        const site = joined.find(at);
        dearest.set(site, Math.max(dearest.get(site) ?? 0, mobilisation));
      };
      more.forEach((action, place) => raise(place, this.#actions[action]!.mobilisation));
      for (const site of sites) {
        raise(more.length + site, paid.get(site)!);
        price -= paid.get(site)!;
      }
      return [...dearest.values()].reduce((sum, one) => sum + one, price);
    };
  }

  /** Nodes of an action's drain, in the direction in which it is drawn. */
  endsOf(action: number): { readonly from: string; readonly to: string } {
    return this.#drains[this.#actions[action]!.candidate]!.conduit;
  }
}
