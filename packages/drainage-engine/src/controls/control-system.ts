import type { Hydrology } from '../hydrology/hydrology.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { ControlAction } from '../model/results.ts';
import type { ControlRule, RuleAction, RulePremise } from '../model/rules.ts';
import type { NetworkState } from '../routing/network-state.ts';
import { PUMP, type Network } from '../routing/network.ts';
import { SeriesReader } from '../routing/series-reader.ts';
import { RuleValues } from './rule-values.ts';

/** Actions that are kept for the report at most: modulated settings change at every step. */
const MOST_ACTIONS = 10_000;

/** A change of a PID controller below this is none (SWMM 5.2 User's Manual, modulated controls). */
const PID_DEADBAND = 1e-4;

type Act = {
  readonly action: RuleAction;
  readonly link: number;
  readonly priority: number;
  readonly reader: SeriesReader | null;
  readonly origin: number;
  /** The last two errors of a PID controller. */
  readonly errors: [number, number];
  /** Name of its rule. */
  readonly rule: string;
};
type Rule = { readonly premises: readonly RulePremise[]; readonly actions: readonly Act[]; readonly otherwise: readonly Act[] };

/** Control rules (SWMM 5.2 User's Manual, [CONTROLS]): premises, priorities, modulated settings and PID controllers. */
export class ControlSystem {
  readonly #values: RuleValues;
  readonly #rules: readonly Rule[];
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #ruleStep: number;
  readonly #best: Float64Array;
  readonly #wanted: Float64Array;
  readonly #touched: number[] = [];
  /** By link, the action that has set what is wanted of it. */
  readonly #by = new Map<number, Act>();
  readonly #isReported: boolean;
  /** What the rules changed, where the model asks for it ([REPORT] CONTROLS). */
  readonly actions: ControlAction[] = [];
  #next: number;
  /** Left and right side of the last premise looked at. */
  #left = 0;
  #right = 0;

  constructor(model: DrainageModel, net: Network, state: NetworkState, hydrology: Hydrology | null) {
    this.#values = new RuleValues(model, net, state, hydrology);
    this.#net = net;
    this.#state = state;
    this.#ruleStep = model.options.ruleStep;
    this.#next = model.options.start;
    this.#isReported = model.report.controls;
    const ruled = model.controls.rules.length > 0 ? net.linkCount : 0;
    this.#best = new Float64Array(ruled);
    this.#wanted = new Float64Array(ruled);
    const links = new Map(model.links.map(({ name }, i) => [name, net.kernelLink[i]!]));
    const curves = new Map(model.curves.map((curve) => [curve.name, curve]));
    const series = new Map(model.series.map((one) => [one.name, one]));
    const actOf = (action: RuleAction, { name, priority }: ControlRule): Act[] => {
      const link = links.get(action.link);
      if (link === undefined) return [];
      const { setting } = action;
      let reader: SeriesReader | null = null;
      let origin = 0;
      if (setting.kind === 'curve') {
        const curve = curves.get(setting.curve);
        reader = new SeriesReader(curve?.x ?? [], curve?.y ?? []);
      } else if (setting.kind === 'series') {
        const one = series.get(setting.series);
        reader = new SeriesReader(one?.times ?? [], one?.values ?? []);
        origin = one?.origin === 'start' ? model.options.start : 0;
      }
      return [{ action, link, priority, reader, origin, errors: [0, 0], rule: name }];
    };
    this.#rules = model.controls.rules.map((rule) => ({
      premises: rule.premises,
      actions: rule.actions.flatMap((action) => actOf(action, rule)),
      otherwise: rule.elseActions.flatMap((action) => actOf(action, rule)),
    }));
  }

  /**
   * Looks at all rules and sets the targets of the links they act on.
   *
   * @param moment beginning of the step, s since 1970
   * @param dt s
   */
  apply(moment: number, dt: number): void {
    if (this.#rules.length === 0) return;
    if (this.#ruleStep > 0) {
      if (moment < this.#next - 1e-6) return;
      this.#next = moment + this.#ruleStep;
    }
    this.#values.moment = moment;
    const step = Math.max(dt, this.#ruleStep);
    this.#touched.length = 0;
    for (const rule of this.#rules) {
      const acts = this.#holds(rule.premises, step) ? rule.actions : rule.otherwise;
      for (const act of acts) this.#take(act, moment, step);
    }
    for (const i of this.#touched) {
      const least = 0;
      const most = this.#net.kind[i] === PUMP ? Infinity : 1;
      const setting = Math.min(most, Math.max(least, this.#wanted[i]!));
      if (this.#isReported && setting !== this.#state.target[i] && this.actions.length < MOST_ACTIONS) {
        const { action, rule } = this.#by.get(i)!;
        this.actions.push({ moment, link: action.link, setting, rule });
      }
      this.#state.target[i] = setting;
    }
  }

  /** OR binds closer than AND: it is looked at only while nothing holds, and an AND ends the rule where nothing held before it. */
  #holds(premises: readonly RulePremise[], dt: number): boolean {
    let holds = true;
    for (const premise of premises) {
      if (premise.join === 'or') {
        if (!holds) holds = this.#compare(premise, dt);
      } else if (holds) holds = this.#compare(premise, dt);
      else return false;
    }
    return holds;
  }

  #compare(premise: RulePremise, dt: number): boolean {
    const left = this.#values.operand(premise.left);
    const right = this.#values.operand(premise.right);
    this.#left = left;
    this.#right = right;
    if (Number.isNaN(left) || Number.isNaN(right)) return false;
    const attribute = this.#values.attributeOf(premise.left);
    // A moment is met by the step that comes nearest to it.
    const isTime = attribute === 'TIME' || attribute === 'CLOCKTIME' || attribute === 'TIMEOPEN' || attribute === 'TIMECLOSED';
    const slack = isTime ? dt / 2 / 86_400 : 1e-9;
    switch (premise.relation) {
      case '=':
        return Math.abs(left - right) <= slack;
      case '<>':
        return Math.abs(left - right) > slack;
      case '<':
        return left < right;
      case '<=':
        return left <= right;
      case '>':
        return left > right;
      case '>=':
        return left >= right;
    }
  }

  #take(act: Act, moment: number, dt: number): void {
    const i = act.link;
    const isNew = !this.#touched.includes(i);
    if (!isNew && act.priority <= this.#best[i]!) return;
    const { setting } = act.action;
    let value: number;
    switch (setting.kind) {
      case 'value':
        value = setting.value;
        break;
      case 'curve':
        value = act.reader!.at(this.#left);
        break;
      case 'series':
        value = act.reader!.at(moment - act.origin);
        break;
      case 'pid':
        value = this.#controlled(act, setting, dt / 60);
        break;
    }
    if (Number.isNaN(value)) return;
    if (isNew) this.#touched.push(i);
    this.#best[i] = act.priority;
    this.#wanted[i] = value;
    if (this.#isReported) this.#by.set(i, act);
  }

  /** Velocity form of a PID controller on the relative error of the last premise; times in minutes. */
  #controlled(act: Act, pid: { gain: number; integralTime: number; derivativeTime: number }, minutes: number): number {
    const gap = this.#right - this.#left;
    const error = gap === 0 ? 0 : gap / (this.#right === 0 ? this.#left : this.#right);
    // A controller whose error stands still forgets its past, so that the whole error moves it on and it does not stick.
    if (Math.abs(error - act.errors[0]) < PID_DEADBAND) act.errors.fill(0);
    const [e1, e2] = act.errors;
    const integral = pid.integralTime === 0 ? 0 : (error * minutes) / pid.integralTime;
    const derivative = minutes > 0 ? (pid.derivativeTime * (error - 2 * e1 + e2)) / minutes : 0;
    let change = pid.gain * (error - e1 + integral + derivative);
    if (Math.abs(change) < PID_DEADBAND) change = 0;
    act.errors[0] = error;
    act.errors[1] = e1;
    return this.#state.target[act.link]! + change;
  }
}
