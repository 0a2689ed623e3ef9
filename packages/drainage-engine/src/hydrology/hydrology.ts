import type { DrainageModel } from '../model/drainage-model.ts';
import type { HotStart, SubcatchmentState } from '../model/hot-start.ts';
import type { RunoffBalance, SubcatchmentStatistics } from '../model/results.ts';
import type { Network } from '../routing/network.ts';
import { PARTS, catchmentSet, outletNodes, partShare, type CatchmentSet } from './catchment-set.ts';
import { stepCatchment, stepRates, type CatchmentState } from './catchment-step.ts';
import { Gauges } from './gauges.ts';
import { SOIL } from './horton.ts';
import { MonthlySoil } from './monthly-soil.ts';
import { potentialEvaporation } from './potential-evaporation.ts';
import { CATCHMENT_NUMBERS, noRunoff, subcatchmentArrays, type RunoffRecord } from './runoff-record.ts';
import type { RunoffReport } from './runoff-source.ts';
import { RunoffSums } from './runoff-sums.ts';

/** Rain to runoff for all catchments, ahead of the routing by at most one runoff step; or a record of it played back. */
export class Hydrology {
  readonly #model: DrainageModel;
  readonly #set: CatchmentSet;
  readonly #state: CatchmentState;
  readonly #gauges: Gauges;
  readonly #months: MonthlySoil;
  readonly #evaporationAt: (moment: number) => number;
  readonly #sums: RunoffSums;
  readonly #report: RunoffReport;
  readonly #runon: Float64Array;
  /** Water that outfalls led to each catchment since the last runoff step, and since the start, m3. */
  readonly #led: Float64Array;
  #ledSum = 0;
  readonly #played: RunoffRecord | null;
  readonly #kept: { times: number[]; flows: Float32Array[] } | null;
  readonly #keptCatchments: Float32Array[] | null;
  /** Kernel nodes that receive runoff, and the place of each catchment's outlet among them (-1: none). */
  readonly #receivers: Int32Array;
  readonly #modelNode: Int32Array;
  readonly #place: Int32Array;
  #before: Float64Array;
  #after: Float64Array;
  #from: number;
  #to: number;
  #isRunning = true;
  #playedAt = 0;

  constructor(
    model: DrainageModel,
    net: Network,
    options: { readonly record: RunoffRecord | null; readonly keepsRecord: boolean | 'catchments'; readonly hotStart: HotStart | null },
  ) {
    this.#model = model;
    const outletNode = outletNodes(model);
    this.#set = catchmentSet(model, outletNode);
    const { count: n, area, gauge, outletCatchment } = this.#set;
    this.#months = new MonthlySoil(model, this.#set);
    this.#state = { depth: new Float64Array(n * PARTS), rate: new Float32Array(n * PARTS) };
    this.#gauges = new Gauges(model);
    this.#evaporationAt = potentialEvaporation(model);
    const isLed = model.nodes.some((node) => node.kind === 'outfall' && node.routeTo !== null);
    const hasRunon = isLed || outletCatchment.length > 0;
    this.#led = new Float64Array(isLed ? n : 0);
    this.#runon = new Float64Array(hasRunon ? n : 0);
    this.#sums = new RunoffSums(this.#set, model.gauges.length, hasRunon);
    this.#report = {
      rain: this.#gauges.rates, gauge, rainfall: new Float32Array(0), evaporation: new Float32Array(0), infiltration: new Float32Array(n), oldRunoff: new Float32Array(n),
      runoff: new Float64Array(n), area, share: 0,
    }; // prettier-ignore
    this.#modelNode = net.modelNode;
    const index = new Map(model.nodes.map(({ name }, i) => [name, i]));
    const receivers = options.record?.nodes.map((name) => index.get(name) ?? -1) ?? [...new Set(outletNode)].filter((at) => at >= 0);
    this.#receivers = Int32Array.from(receivers, (at) => net.kernelNode[at] ?? -1);
    const places = new Map(receivers.map((at, place) => [at, place]));
    this.#place = outletNode.map((at) => (at < 0 ? -1 : (places.get(at) ?? -1)));
    this.#before = new Float64Array(receivers.length);
    this.#after = new Float64Array(receivers.length);
    this.#played = options.record;
    this.#from = model.options.start;
    this.#to = model.options.start;
    if (options.hotStart !== null) this.#restore(options.hotStart.subcatchments);
    this.#initialStorage = this.#storedVolume();
    const isKept = options.keepsRecord !== false && this.#played === null;
    this.#kept = isKept ? { times: [this.#to], flows: [Float32Array.from(this.#after)] } : null;
    this.#keptCatchments = isKept && options.keepsRecord === 'catchments' ? [this.#catchmentNumbers()] : null;
    if (this.#played !== null && this.#played.flows.length > 0) this.#after.set(this.#played.flows[0]!);
  }

  readonly #initialStorage: number;

  #storedVolume(): number {
    const { count, area } = this.#set;
    let sum = 0;
    for (let s = 0; s < count; s++) {
      for (let part = 0; part < PARTS; part++) sum += this.#state.depth[s * PARTS + part]! * partShare(this.#set, s, part) * area[s]!;
    }
    return sum;
  }

  #restore(states: readonly SubcatchmentState[]): void {
    states.forEach((one, s) => {
      if (s >= this.#set.count) return;
      one.depths.forEach((depth, part) => {
        this.#state.depth[s * PARTS + part] = depth;
      });
      const { width, state } = this.#set.soils;
      one.soil.forEach((value, k) => {
        if (k < width) state[s * width + k] = value;
      });
      this.#report.runoff[s] = one.runoff;
      const place = this.#place[s]!;
      if (place >= 0) this.#after[place]! += one.runoff;
    });
  }

  /**
   * Adds the runoff of a routing step to the lateral inflow of the nodes: that of its beginning, straight between the ends of the runoff
   * step in which it ends, as SWMM does.
   *
   * @param begin beginning of the routing step, `moment` its end
   * @returns the sum, m3/s
   */
  addRunoff(begin: number, moment: number, lateral: Float64Array): number {
    while (this.#to < moment - 1e-6) if (!this.#advance()) break;
    const span = this.#to - this.#from;
    const share = span > 0 ? Math.min(1, Math.max(0, (begin - this.#from) / span)) : 1;
    const before = this.#before;
    const after = this.#after;
    const receivers = this.#receivers;
    let sum = 0;
    for (let k = 0; k < receivers.length; k++) {
      const q = before[k]! + share * (after[k]! - before[k]!);
      if (receivers[k]! >= 0) lateral[receivers[k]!]! += q;
      sum += q;
    }
    return sum;
  }

  #swap(): void {
    [this.#before, this.#after] = [this.#after, this.#before];
    this.#from = this.#to;
  }

  #advance(): boolean {
    const played = this.#played;
    if (played !== null) {
      if (this.#playedAt + 1 >= played.times.length) return false;
      this.#swap();
      this.#playedAt++;
      this.#to = played.times[this.#playedAt]!;
      this.#after.set(played.flows[this.#playedAt]!);
      const numbers = played.catchments?.[this.#playedAt];
      if (numbers !== undefined) this.#showCatchments(numbers);
      return true;
    }
    this.#swap();
    const { wetStep, dryStep } = this.#model.options;
    const change = this.#gauges.moveTo(this.#from);
    const isRaining = this.#gauges.rates.some((rate) => rate > 0) || this.#led.some((volume) => volume > 0);
    let dt = Math.max(1, isRaining || this.#isRunning ? wetStep : dryStep);
    if (this.#from + dt > change) dt = Math.max(1, change - this.#from);
    this.#to = this.#from + dt;
    this.#stepAll(dt);
    if (this.#kept !== null) {
      this.#kept.times.push(this.#to);
      this.#kept.flows.push(Float32Array.from(this.#after));
      this.#keptCatchments?.push(this.#catchmentNumbers());
    }
    return true;
  }

  #catchmentNumbers(): Float32Array {
    const { rain, gauge, evaporation, infiltration, runoff } = this.#report;
    const numbers = new Float32Array(this.#set.count * CATCHMENT_NUMBERS);
    for (let s = 0; s < this.#set.count; s++) {
      const rainfall = gauge[s]! < 0 ? 0 : rain[gauge[s]!]!;
      numbers.set([rainfall, evaporation[s] ?? 0, infiltration[s]!, runoff[s]!], s * CATCHMENT_NUMBERS);
    }
    return numbers;
  }

  #showCatchments(numbers: Float32Array): void {
    const report = this.#report;
    report.oldRunoff.set(report.runoff);
    if (report.rainfall.length === 0) {
      report.rainfall = new Float32Array(this.#set.count);
      report.evaporation = new Float32Array(this.#set.count);
    }
    for (let s = 0; s < this.#set.count; s++) {
      const at = s * CATCHMENT_NUMBERS;
      report.rainfall[s] = numbers[at]!;
      report.evaporation[s] = numbers[at + 1]!;
      report.infiltration[s] = numbers[at + 2]!;
      report.runoff[s] = numbers[at + 3]!;
    }
  }

  #stepAll(dt: number): void {
    const set = this.#set;
    const { rates } = this.#gauges;
    const report = this.#report;
    const sums = this.#sums;
    const runon = this.#runon;
    const after = this.#after;
    after.fill(0);
    report.oldRunoff.set(report.runoff);
    for (let s = 0; s < runon.length; s++) runon[s] = (this.#led[s] ?? 0) / dt;
    this.#led.fill(0);
    for (let s = 0; s < set.outletCatchment.length; s++) {
      const to = set.outletCatchment[s]!;
      if (to >= 0) runon[to]! += report.runoff[s]!;
    }
    this.#months.moveTo(this.#from);
    const potential = this.#evaporationAt(this.#from);
    const { onlyWhenDry } = this.#model.evaporation;
    if (potential > 0 && report.evaporation.length === 0) report.evaporation = new Float32Array(set.count);
    sums.begin(rates, potential > 0, dt);
    const { evaporation: evaporated, infiltration, runoff } = report;
    const evaporates = evaporated.length > 0;
    const hasRunon = runon.length > 0;
    let isRunning = false;
    for (let s = 0; s < set.count; s++) {
      const gauge = set.gauge[s]!;
      const rain = gauge < 0 ? 0 : rates[gauge]!;
      const evaporation = onlyWhenDry && rain > 0 ? 0 : potential;
      const onto = hasRunon ? runon[s]! : 0;
      if (stepCatchment(set, this.#state, s, rain, onto, evaporation, dt)) isRunning = true;
      sums.add(s, onto, runoff[s]!, dt);
      const flow = stepRates[2]!;
      if (evaporates) evaporated[s] = stepRates[0]!;
      infiltration[s] = stepRates[1]!;
      runoff[s] = flow;
      const place = this.#place[s]!;
      if (place >= 0) after[place]! += flow;
    }
    this.#isRunning = isRunning;
  }

  /** Takes water, m3, that left the network onto a catchment (by its index in the model); it runs on in the next runoff step. */
  takeIn(catchment: number, volume: number): void {
    this.#led[catchment]! += volume;
    this.#ledSum += volume;
  }

  /** Rain on a gauge in the last runoff step, m/s. */
  rainAt(gauge: number): number {
    return this.#gauges.rates[gauge] ?? 0;
  }

  /** Catchments at a moment within the last runoff step; null while a record is played that does not know them. */
  reportAt(moment: number): RunoffReport | null {
    if (this.#played !== null && this.#played.catchments === null) return null;
    const span = this.#to - this.#from;
    this.#report.share = span > 0 ? Math.min(1, Math.max(0, (moment - this.#from) / span)) : 1;
    return this.#report;
  }

  /** The record of this run; null where none was kept. */
  record(): RunoffRecord | null {
    if (this.#played !== null) return this.#played;
    if (this.#kept === null) return null;
    const catchments = this.#keptCatchments;
    const nodes = Array.from(this.#receivers, (n) => this.#model.nodes[this.#modelNode[n]!]!.name);
    return { nodes, ...this.#kept, balance: this.balance(), statistics: this.#sums.statistics(), catchments };
  }

  balance(): RunoffBalance {
    if (this.#played !== null) return this.#played.balance;
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const { rainfall, evaporation, infiltration, runoff } = this.#sums.statistics();
    const out = this.#set.outletCatchment;
    const leaving = runoff.reduce((total, value, s) => ((out[s] ?? -1) >= 0 ? total : total + value), 0);
    const finalStorage = this.#storedVolume();
    const parts = { rainfall: sum(rainfall), evaporation: sum(evaporation), infiltration: sum(infiltration), runoff: leaving };
    const waiting = sum(this.#led);
    const runon = this.#ledSum - waiting;
    const into = parts.rainfall + runon + this.#initialStorage;
    const outOf = parts.evaporation + parts.infiltration + parts.runoff + finalStorage;
    return { ...parts, runon, initialStorage: this.#initialStorage, finalStorage, continuityError: into > 0 ? (into - outOf) / into : 0 };
  }

  hotStart(): SubcatchmentState[] {
    const { depth } = this.#state;
    const { width, state } = this.#set.soils;
    return Array.from({ length: this.#set.count }, (_, s) => ({
      depths: [depth[s * PARTS]!, depth[s * PARTS + 1]!, depth[s * PARTS + 2]!],
      runoff: this.#report.runoff[s]!,
      soil: Array.from({ length: SOIL }, (_one, k) => (k < width ? state[s * width + k]! : 0)),
    }));
  }

  /** Balance and statistics of a run with or without catchments. */
  static resultsOf(hydrology: Hydrology | null): { readonly balance: RunoffBalance; readonly statistics: SubcatchmentStatistics } {
    if (hydrology === null) return { balance: noRunoff, statistics: subcatchmentArrays(0) };
    return { balance: hydrology.balance(), statistics: hydrology.#played?.statistics ?? hydrology.#sums.statistics() };
  }
}
