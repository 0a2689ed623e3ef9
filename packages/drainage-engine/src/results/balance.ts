import type { RoutingBalance } from '../model/results.ts';
import { booked } from '../routing/mass-debt.ts';
import type { NetworkState } from '../routing/network-state.ts';
import type { Network } from '../routing/network.ts';

/**
 * Water in and out of the network. Flows are booked as the mean of both ends of a step, as continuity books them; the water that stands
 * in the network at the start counts as an input.
 */
export class Balance {
  readonly #late: number;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #initialStorage: number;
  readonly #sums = { dry: 0, wet: 0, external: 0, outflow: 0, backflow: 0, flooding: 0 };

  /** @param late weight of the end of a step in what flows during it */
  constructor(net: Network, state: NetworkState, initialStorage: number, late = 0.5) {
    this.#late = late;
    this.#net = net;
    this.#state = state;
    this.#initialStorage = initialStorage;
  }

  /** Takes one step in. The lateral sums are flows in m3/s at both ends of the step. */
  add(dt: number, before: LateralSums, after: LateralSums, flooded = booked[0]!): void {
    const { net, oldNet, debt } = this.#state;
    const { outfallStart, nodeCount } = this.#net;
    const sums = this.#sums;
    const late = this.#late * dt;
    const early = dt - late;
    sums.dry += early * before.dryWeather + late * after.dryWeather;
    sums.wet += early * before.runoff + late * after.runoff;
    sums.external += early * before.external + late * after.external;
    for (let n = outfallStart; n < nodeCount; n++) {
      // The half conduit at an outfall belongs to the network: what it takes up as the stage moves comes from outside too.
      const volume = early * oldNet[n]! + late * net[n]! + debt[n]!;
      debt[n] = 0;
      if (volume >= 0) sums.outflow += volume;
      else sums.backflow -= volume;
    }
    sums.flooding += flooded;
  }

  /** The balance so far; the storage at its end and what evaporated and seeped away, m3. */
  result(finalStorage: number, evaporation: number, seepage: number): RoutingBalance {
    const { dry, wet, external, outflow, backflow, flooding } = this.#sums;
    const into = this.#initialStorage + dry + wet + external + backflow;
    const outOf = outflow + flooding + evaporation + seepage + finalStorage;
    return {
      dryWeatherInflow: dry,
      wetWeatherInflow: wet,
      externalInflow: external + backflow,
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
export type LateralSums = { dryWeather: number; external: number; runoff: number };
