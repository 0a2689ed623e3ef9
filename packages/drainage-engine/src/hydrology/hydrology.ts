import type { DrainageModel } from '../model/drainage-model.ts';
import type { HotStart, SubcatchmentState } from '../model/hot-start.ts';
import type { RunoffBalance, SubcatchmentStatistics } from '../model/results.ts';
import type { Network } from '../routing/network.ts';
import { PARTS, catchmentSet, type CatchmentSet } from './catchment-set.ts';
import { stepCatchment, stepRates, type CatchmentState } from './catchment-step.ts';
import { Gauges } from './gauges.ts';
import { SOIL } from './horton.ts';
import { MonthlySoil } from './monthly-soil.ts';
import { potentialEvaporation } from './potential-evaporation.ts';
import { CATCHMENT_NUMBERS, noRunoff, subcatchmentArrays, type RunoffRecord } from './runoff-record.ts';
import type { RunoffReport } from './runoff-source.ts';

/** Rain to runoff for all catchments, ahead of the routing by at most one runoff step; or a record of it played back. */
export class Hydrology {
  readonly #model: DrainageModel;
  readonly #set: CatchmentSet;
  readonly #state: CatchmentState;
  readonly #gauges: Gauges;
  readonly #months: MonthlySoil;
  readonly #evaporationAt: (moment: number) => number;
  readonly #statistics: SubcatchmentStatistics;
  readonly #report: RunoffReport;
  readonly #runon: Float64Array;
  /** Water that outfalls led to each catchment since the last runoff step, and since the start, m3. */
  readonly #led: Float64Array;
  #ledSum = 0;
  readonly #played: RunoffRecord | null;
  readonly #kept: { times: number[]; flows: Float32Array[] } | null;
  readonly #keptCatchments: Float32Array[] | null;
  /** Kernel nodes that receive runoff, their names, and the place of each catchment's outlet among them (-1: none). */
  readonly #receivers: Int32Array;
  readonly #receiverNames: readonly string[];
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
    this.#set = catchmentSet(model);
    this.#months = new MonthlySoil(model, this.#set);
    const n = this.#set.count;
    this.#state = { depth: new Float64Array(n * PARTS), rate: new Float64Array(n * PARTS) };
    this.#gauges = new Gauges(model);
    this.#evaporationAt = potentialEvaporation(model);
    this.#statistics = subcatchmentArrays(n);
    const isLed = model.nodes.some((node) => node.kind === 'outfall' && node.routeTo !== null);
    this.#led = new Float64Array(isLed ? n : 0);
    this.#runon = new Float64Array(isLed || this.#set.hasInnerRunon ? n : 0);
    const real = (): Float64Array => new Float64Array(n);
    this.#report = {
      rainfall: real(), evaporation: real(), infiltration: real(), oldRunoff: real(), runoff: real(), area: this.#set.area, share: 0,
    }; // prettier-ignore
    const { outletNode } = this.#set;
    const names = options.record?.nodes ?? [...new Set(outletNode)].filter((at) => at >= 0).map((at) => model.nodes[at]!.name);
    const index = new Map(model.nodes.map(({ name }, i) => [name, i]));
    this.#receiverNames = names;
    this.#receivers = Int32Array.from(names.map((name) => net.kernelNode[index.get(name) ?? -1] ?? -1));
    const places = new Map(names.map((name, i) => [index.get(name), i]));
    this.#place = Int32Array.from(outletNode, (at) => places.get(at) ?? -1);
    this.#before = new Float64Array(names.length);
    this.#after = new Float64Array(names.length);
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
    const { share, area } = this.#set;
    let sum = 0;
    for (let k = 0; k < share.length; k++) sum += this.#state.depth[k]! * share[k]! * area[(k / PARTS) | 0]!;
    return sum;
  }

  #restore(states: readonly SubcatchmentState[]): void {
    states.forEach((one, s) => {
      if (s >= this.#set.count) return;
      one.depths.forEach((depth, part) => {
        this.#state.depth[s * PARTS + part] = depth;
      });
      one.soil.forEach((value, k) => {
        if (k < SOIL) this.#set.soil[s * SOIL + k] = value;
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
    const { rainfall, evaporation, infiltration, runoff } = this.#report;
    const numbers = new Float32Array(this.#set.count * CATCHMENT_NUMBERS);
    for (let s = 0; s < this.#set.count; s++) {
      numbers.set([rainfall[s]!, evaporation[s]!, infiltration[s]!, runoff[s]!], s * CATCHMENT_NUMBERS);
    }
    return numbers;
  }

  #showCatchments(numbers: Float32Array): void {
    const report = this.#report;
    report.oldRunoff.set(report.runoff);
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
    const statistics = this.#statistics;
    const runon = this.#runon;
    const after = this.#after;
    after.fill(0);
    report.oldRunoff.set(report.runoff);
    const hasRunon = runon.length > 0;
    for (let s = 0; s < runon.length; s++) runon[s] = (this.#led[s] ?? 0) / dt;
    this.#led.fill(0);
    if (set.hasInnerRunon) {
      for (let s = 0; s < set.count; s++) {
        const to = set.outletCatchment[s]!;
        if (to >= 0) runon[to]! += report.runoff[s]!;
      }
    }
    this.#months.moveTo(this.#from);
    const potential = this.#evaporationAt(this.#from);
    const { onlyWhenDry } = this.#model.evaporation;
    let isRunning = false;
    for (let s = 0; s < set.count; s++) {
      const gauge = set.gauge[s]!;
      const rain = gauge < 0 ? 0 : rates[gauge]!;
      const evaporation = onlyWhenDry && rain > 0 ? 0 : potential;
      const onto = hasRunon ? runon[s]! : 0;
      if (stepCatchment(set, this.#state, s, rain, onto, evaporation, dt)) isRunning = true;
      const flow = stepRates[2]!;
      const area = set.area[s]!;
      report.rainfall[s] = rain;
      report.evaporation[s] = stepRates[0]!;
      report.infiltration[s] = stepRates[1]!;
      report.runoff[s] = flow;
      statistics.rainfall[s]! += rain * area * dt;
      statistics.runon[s]! += onto * dt;
      statistics.evaporation[s]! += stepRates[0]! * area * dt;
      statistics.infiltration[s]! += stepRates[1]! * area * dt;
      statistics.imperviousRunoff[s]! += stepRates[3]! * dt;
      statistics.perviousRunoff[s]! += stepRates[4]! * dt;
      statistics.runoff[s]! += 0.5 * (report.oldRunoff[s]! + flow) * dt;
      if (flow > statistics.maximumRunoff[s]!) statistics.maximumRunoff[s] = flow;
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
    return { nodes: this.#receiverNames, ...this.#kept, balance: this.balance(), statistics: this.#statistics, catchments };
  }

  balance(): RunoffBalance {
    if (this.#played !== null) return this.#played.balance;
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const { rainfall, evaporation, infiltration, runoff } = this.#statistics;
    const out = this.#set.outletCatchment;
    const leaving = runoff.reduce((total, value, s) => (out[s]! >= 0 ? total : total + value), 0);
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
    return Array.from({ length: this.#set.count }, (_, s) => ({
      depths: [depth[s * PARTS]!, depth[s * PARTS + 1]!, depth[s * PARTS + 2]!],
      runoff: this.#report.runoff[s]!,
      soil: Array.from(this.#set.soil.subarray(s * SOIL, s * SOIL + SOIL)),
    }));
  }

  /** Balance and statistics of a run with or without catchments. */
  static resultsOf(hydrology: Hydrology | null): { readonly balance: RunoffBalance; readonly statistics: SubcatchmentStatistics } {
    if (hydrology === null) return { balance: noRunoff, statistics: subcatchmentArrays(0) };
    return { balance: hydrology.balance(), statistics: hydrology.#played?.statistics ?? hydrology.#statistics };
  }
}
