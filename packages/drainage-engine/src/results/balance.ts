import type { RoutingBalance } from '../model/results.ts';
import type { NetworkState } from '../routing/network-state.ts';
import type { Network } from '../routing/network.ts';
import { DEBT, NET, NODE, OLD_NET } from '../routing/records.ts';
import type { PartClock } from '../routing/part-clock.ts';

/**
 * Water in and out of the network. Flows are booked as the mean of both ends of a step, as continuity books them; the water that stands
 * in the network at the start counts as an input.
 */
export class Balance {
  readonly #late: number;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #initialStorage: number;
  readonly #clock: PartClock;
  readonly #sums = { dry: 0, lateral: 0, external: 0, rdii: 0, outflow: 0, backflow: 0, flooding: 0 };

  /** @param late weight of the end of a step in what flows during it */
  constructor(net: Network, state: NetworkState, clock: PartClock, initialStorage: number, late = 0.5) {
    this.#clock = clock;
    this.#late = late;
    this.#net = net;
    this.#state = state;
    this.#initialStorage = initialStorage;
  }

  /**
   * Takes one step in.
   *
   * @param before flows at its beginning, m3/s; `after` at its end
   * @param flooded water lost over rims, m3
   */
  add(dt: number, before: LateralSums, after: LateralSums, flooded: number): void {
    const sums = this.#sums;
    const late = this.#late * dt;
    const early = dt - late;
    sums.dry += early * before.dryWeather + late * after.dryWeather;
    sums.external += early * before.external + late * after.external;
    sums.rdii += early * before.rdii + late * after.rdii;
    sums.flooding += flooded;
    const { due, count, step } = this.#clock;
    for (let k = 0; k < count; k++) this.#addPart(due[k]!, step[due[k]!]!);
  }

  #addPart(part: number, dt: number): void {
    const { node, sideFlows } = this.#state;
    const { partOutfall } = this.#net;
    const sums = this.#sums;
    const late = this.#late * dt;
    const early = dt - late;
    sums.lateral += early * sideFlows[2 * part]! + late * sideFlows[2 * part + 1]!;
    const outfallEnd = partOutfall[part + 1]!;
    for (let n = partOutfall[part]!; n < outfallEnd; n++) {
      // The half conduit at an outfall belongs to the network: what it takes up as the stage moves comes from outside too.
      const at = n * NODE;
      const volume = early * node[at + OLD_NET]! + late * node[at + NET]! + node[at + DEBT]!;
      node[at + DEBT] = 0;
      if (volume >= 0) sums.outflow += volume;
      else sums.backflow -= volume;
    }
  }

  /** The balance so far; the storage at its end and what evaporated and seeped away, m3. */
  result(finalStorage: number, evaporation: number, seepage: number): RoutingBalance {
    const { dry, lateral, external, rdii, outflow, backflow, flooding } = this.#sums;
    // Runoff is what came besides the inflows that the whole network sees at every step.
    const wet = lateral - dry - external - rdii;
    const into = this.#initialStorage + dry + wet + external + rdii + backflow;
    const outOf = outflow + flooding + evaporation + seepage + finalStorage;
    return {
      dryWeatherInflow: dry,
      wetWeatherInflow: wet,
      externalInflow: external + backflow,
      rdiiInflow: rdii,
      outflow,
      flooding,
      evaporation,
      seepage,
      initialStorage: this.#initialStorage,
      finalStorage,
      continuityError: into > 0 ? (into - outOf) / into : 0,
    };
  }
}

/** Lateral inflows of the whole network by origin, m3/s. */
export type LateralSums = { dryWeather: number; external: number; rdii: number; runoff: number };
