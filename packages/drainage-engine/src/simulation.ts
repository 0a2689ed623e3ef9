import { Hydrology } from './hydrology/hydrology.ts';
import type { RunoffRecord } from './hydrology/runoff-record.ts';
import { leftOut } from './left-out.ts';
import type { DrainageModel } from './model/drainage-model.ts';
import type { HotStart } from './model/hot-start.ts';
import type { RunResults } from './model/results.ts';
import { Balance, type LateralSums } from './results/balance.ts';
import { raiseCrests } from './raised-crests.ts';
import { Reporter } from './results/reporter.ts';
import { Statistics } from './results/statistics.ts';
import { StepCounter } from './results/step-statistics.ts';
import { settleSteps, withDynamicStep } from './settled-steps.ts';
import { ControlSystem } from './controls/control-system.ts';
import { setConduitVolume } from './routing/conduit-volume.ts';
import { DynamicWave } from './routing/dynamic-wave.ts';
import { setInitialState, settleVolumes, storedVolume } from './routing/initial-state.ts';
import { kernelOptions } from './routing/kernel-options.ts';
import { addInflows, inflowSet, inflowSums, unsteadyInflows, type InflowSet } from './routing/lateral-inflow.ts';
import { kinematicLimit } from './routing/kinematic-limits.ts';
import { KinematicWave } from './routing/kinematic-wave.ts';
import { Losses } from './routing/losses.ts';
import { networkOf } from './routing/network-of-model.ts';
import { emptyState, type NetworkState } from './routing/network-state.ts';
import type { Network } from './routing/network.ts';
import { PartClock, waitingParts } from './routing/part-clock.ts';
import { stageSet } from './routing/stages.ts';
import { storageSet } from './routing/storage.ts';
import { OutfallRunon } from './routing/outfall-runon.ts';
import { RoutingEvents } from './routing/routing-events.ts';
import { Settings } from './routing/settings.ts';
import { standStill, takeArriving } from './routing/standstill.ts';
import { SteadyState } from './routing/steady-state.ts';
import { Structures } from './routing/structures.ts';
import { StepChooser } from './routing/time-step.ts';

/** What a run may be given besides its model. */
export type RunOptions = {
  /** State to start from instead of the model's initial depths. */
  readonly hotStart?: HotStart | null;
  /** Runoff of an earlier run with the same rain and catchments: only the network is computed. */
  readonly runoff?: RunoffRecord | null;
  /** Keep the runoff of this run for `runoffRecord`; with `catchments` also that of each catchment, for a runoff interface file. */
  readonly keepsRunoff?: boolean | 'catchments';
  /** Called about once per report step with the share done, 0 to 1; returning false ends the run there. */
  readonly onProgress?: (share: number) => boolean | undefined;
};

/** Report times, s since 1970: every report step after the start, from the moment the report begins. */
function reportTimes(model: DrainageModel): Float64Array {
  const { start, end, reportStep, reportStart } = model.options;
  const times: number[] = [];
  const step = Math.max(1, reportStep);
  for (let k = 1; start + k * step <= end + 1e-6; k++) if (start + k * step >= reportStart) times.push(start + k * step);
  return Float64Array.from(times);
}

/** A run in steps: `step` until it returns false, then `results`. The state may be read, and settings set, between steps. */
export class Simulation {
  readonly model: DrainageModel;
  readonly net: Network;
  readonly state: NetworkState;
  /** s since 1970 on the model's clock */
  moment: number;
  readonly #wave: DynamicWave | KinematicWave;
  readonly #chooser: StepChooser;
  readonly #clock: PartClock;
  readonly #inflows: InflowSet;
  readonly #hydrology: Hydrology | null;
  readonly #settings: Settings;
  readonly #losses: Losses;
  readonly #runon: OutfallRunon;
  readonly #controls: ControlSystem;
  readonly #reporter: Reporter;
  readonly #statistics: Statistics;
  readonly #balance: Balance;
  readonly #counter: StepCounter;
  readonly #times: Float64Array;
  readonly #hasSettings: boolean;
  readonly #events: RoutingEvents;
  readonly #steady: SteadyState;
  #isStanding = false;
  readonly #warnings: string[] = [];
  #period = 0;
  #before: LateralSums = { dryWeather: 0, external: 0, rdii: 0, runoff: 0 };
  #after: LateralSums = { dryWeather: 0, external: 0, rdii: 0, runoff: 0 };

  /** @throws UnusableModel, UnusableSection when the model cannot be run; they name the object */
  constructor(asked: DrainageModel, options: RunOptions = {}) {
    const hotStart = options.hotStart ?? null;
    const settled = settleSteps(asked);
    const { model: given, warnings } = raiseCrests(settled.model);
    this.#warnings.push(...settled.warnings, ...warnings);
    this.net = networkOf(given);
    const isScreening = given.options.routing !== 'dynamic-wave';
    const limit = isScreening ? kinematicLimit(given, this.net) : null;
    if (limit !== null) {
      this.#warnings.push(`${given.options.routing} routing is refused, since ${limit}; the run is computed with the dynamic wave.`);
    }
    const model = limit === null ? given : raiseCrests(withDynamicStep(given)).model;
    this.model = model;
    if (limit !== null) this.net = networkOf(model);
    this.state = emptyState(this.net);
    this.moment = model.options.start;
    const { net, state } = this;
    const storages = storageSet(model, net);
    this.#inflows = inflowSet(model, net);
    this.#hydrology =
      model.subcatchments.length > 0
        ? new Hydrology(model, net, { record: options.runoff ?? null, keepsRecord: options.keepsRunoff ?? false, hotStart })
        : null;
    const kernel = kernelOptions(model.options);
    setInitialState(model, net, storages, state, hotStart, kernel.hasSlot);
    const structures = new Structures(model, net, state, kernel);
    const conduitLoss = isScreening && limit === null ? new Float64Array(net.conduitCount) : null;
    this.#losses = new Losses(model, net, state, storages, conduitLoss);
    this.#runon = new OutfallRunon(model, net);
    const isWatched = !this.#losses.isIdle || !this.#runon.isIdle;
    this.#clock = new PartClock(waitingParts(model, net, unsteadyInflows(this.#inflows), isWatched));
    const clock = this.#clock;
    this.#wave =
      conduitLoss !== null
        ? new KinematicWave({ model, net, state, storages, structures, conduitLoss, hotStart })
        : new DynamicWave({ net, state, storages, stages: stageSet(model, net), structures, options: kernel, clock });
    this.#settings = new Settings(model, net, state, structures);
    this.#controls = new ControlSystem(model, net, state, this.#hydrology);
    // A kinematic wave that starts dry begins with the inflow of its first step: its conduits have taken nothing before.
    if (conduitLoss === null || hotStart !== null) {
      this.#setLateral(this.moment, this.moment, this.#after);
      takeArriving(net, state);
    }
    if (this.#wave instanceof DynamicWave) {
      this.#wave.setOutfalls(this.moment);
      settleVolumes(net, storages, state, kernel.hasSlot);
    }
    this.#hasSettings = structures.count > 0 || model.controls.rules.length > 0;
    this.#warnings.push(...leftOut(model));
    this.#times = reportTimes(model);
    this.#chooser = new StepChooser(net, state, model.options, kernel, clock);
    this.#reporter = new Reporter(model, net, state, clock, this.#times);
    this.#statistics = new Statistics(net, state);
    const kinematic = this.#wave instanceof KinematicWave ? this.#wave : null;
    this.#balance = new Balance(net, state, clock, kinematic?.storedVolume() ?? storedVolume(net, state), kinematic?.late ?? 0.5);
    this.#events = new RoutingEvents(model.options.ignored.routing ? null : model.events);
    this.#steady = new SteadyState(model, net, state);
    this.#counter = new StepCounter(model.options.routingStep, model.options.variableStep > 0 ? model.options.minimumStep : 0.5);
  }

  #setLateral(begin: number, moment: number, sums: LateralSums): void {
    const { arriving } = this.state;
    arriving.fill(0);
    addInflows(this.#inflows, begin, arriving);
    sums.external = inflowSums[0]!;
    sums.dryWeather = inflowSums[1]!;
    sums.rdii = inflowSums[2]!;
    sums.runoff = this.#hydrology === null ? 0 : this.#hydrology.addRunoff(begin, moment, arriving);
  }

  /** One routing step, or a time between routing events. @returns false when the end is reached */
  step(): boolean {
    const { end } = this.model.options;
    if (this.moment >= end - 1e-6) return false;
    const { isRouted, until } = this.#events.at(this.moment);
    if (isRouted) this.#route(Math.min(until, end));
    else this.#stand(Math.min(until, end));
    return true;
  }

  /** Lets the network stand up to the next report time, at most up to a moment, while rain and runoff go on. */
  #stand(until: number): void {
    const { net, state } = this;
    if (!this.#isStanding) {
      this.#isStanding = true;
      state.arriving.fill(0);
      takeArriving(net, state);
      standStill(net, state);
    }
    const moment = Math.min(until, this.#times[this.#period] ?? Infinity);
    this.#statistics.passOver(moment - this.moment);
    this.#hydrology?.addRunoff(moment, moment, state.arriving);
    this.moment = moment;
    if (!this.#isDue(moment)) return;
    this.#period++;
    this.#reporter.keepStanding(this.#hydrology?.reportAt(moment) ?? null);
  }

  #isDue(moment: number): boolean {
    return this.#period < this.#times.length && this.#times[this.#period]! <= moment + 1e-6;
  }

  #route(until: number): void {
    const { state } = this;
    if (this.#isStanding) {
      this.#isStanding = false;
      this.#setLateral(this.moment, this.moment, this.#after);
      takeArriving(this.net, state);
    }
    let dt = this.#chooser.next();
    if (this.moment + dt > until) dt = until - this.moment;
    if (this.#hasSettings) {
      this.#settings.switchPumps();
      this.#controls.apply(this.moment, dt);
      this.#settings.follow(dt);
    }
    const moment = this.moment + dt;
    [this.#before, this.#after] = [this.#after, this.#before];
    // As in SWMM, inflows are those of the step's beginning.
    this.#setLateral(this.moment, moment, this.#after);
    this.#losses.find(this.moment, dt);
    this.#clock.pass(dt, this.#isDue(moment) || moment >= until - 1e-6 || this.model.options.skipsSteadyState);
    if (this.#steady.holds()) this.#hold(dt);
    else {
      const { trials, isConverged } = this.#wave instanceof DynamicWave ? this.#wave.step(moment) : this.#wave.step(dt);
      this.#counter.add(dt, trials, isConverged);
    }
    this.moment = moment;
    this.#runon.hand(state, this.#hydrology, dt);
    this.#chooser.look();
    this.#statistics.add(this.#clock, moment - this.model.options.start);
    this.#balance.add(dt, this.#before, this.#after, this.#wave.flooded);
    this.#reporter.addStep();
    while (this.#isDue(moment)) {
      const time = this.#times[this.#period++]!;
      this.#reporter.keep(moment - time, this.#hydrology?.reportAt(time) ?? null, this.#after);
    }
  }

  /** A step that is skipped as steady: all flows go on as they are. */
  #hold(dt: number): void {
    takeArriving(this.net, this.state);
    standStill(this.net, this.state);
    this.#wave.flooded = this.state.overflow.reduce((sum, flow) => sum + flow, 0) * dt;
    this.#counter.addSteady(dt);
  }

  /** Runs to the end. */
  finish(onProgress?: (share: number) => boolean | undefined): void {
    const { start, end } = this.model.options;
    let period = this.#period;
    while (this.step()) {
      if (onProgress === undefined || this.#period === period) continue;
      period = this.#period;
      if (onProgress((this.moment - start) / (end - start)) === false) {
        this.#warnings.push('The run was ended before its last report time.');
        break;
      }
    }
  }

  /** What the run gave up to now. */
  results(): RunResults {
    const { nodes, links } = this.#statistics.results(this.#chooser.criticalSteps);
    const runoff = Hydrology.resultsOf(this.#hydrology);
    return {
      series: this.#reporter.series,
      runoff: runoff.balance,
      routing: this.#balance.result(this.#storedVolume(), this.#losses.evaporated, this.#losses.seeped),
      steps: this.#counter.result(),
      nodes,
      links,
      subcatchments: runoff.statistics,
      controlActions: this.#controls.actions,
      warnings: this.#wave instanceof KinematicWave ? [...this.#warnings, ...this.#wave.warnings()] : this.#warnings,
    };
  }

  /** The water that stands in the network now; the steps themselves book conduits one step late. */
  #storedVolume(): number {
    if (this.#wave instanceof KinematicWave) return this.#wave.storedVolume();
    const { net } = this;
    const state = { ...this.state, link: this.state.link.slice(), fall: this.state.fall.slice() };
    for (let i = 0; i < net.conduitCount; i++) setConduitVolume(net, state, i, this.model.options.surcharge === 'slot');
    return storedVolume(net, state);
  }

  /** The state as a hot start, in the model's order. */
  hotStart(): HotStart {
    const { model, net, state } = this;
    return {
      subcatchments: this.#hydrology?.hotStart() ?? [],
      nodes: model.nodes.map((_, i) => {
        const n = net.kernelNode[i]!;
        return { depth: state.depth[n]!, lateralInflow: state.lateral[n]! };
      }),
      links: model.links.map((_, i) => {
        const k = net.kernelLink[i]!;
        return { flow: state.flow[k]! * net.direction[k]!, depth: state.linkDepth[k]!, setting: state.setting[k] ?? 1 };
      }),
    };
  }

  /** The runoff of this run, to be given to others with the same rain and catchments. Null without catchments. */
  runoffRecord(): RunoffRecord | null {
    return this.#hydrology?.record() ?? null;
  }
}
