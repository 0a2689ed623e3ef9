import type { Hydrology } from '../hydrology/hydrology.ts';
import { emptyModel, type DrainageModel } from '../model/drainage-model.ts';
import { siPerRuleUnit, type ExpressionToken, type RuleOperand, type RuleVariable } from '../model/rules.ts';
import { userUnits, type UserUnits } from '../model/units.ts';
import { volumeOf, type NetworkState } from '../routing/network-state.ts';
import { fullFlow, realLength, slopeOf } from '../routing/link-values.ts';
import { CONDUIT, type Network } from '../routing/network.ts';
import { FIXED, FULL } from '../routing/records.ts';
import { PastRain } from './past-rain.ts';

const SECONDS_PER_DAY = 86_400;

/** Reads what control rules ask for, in the file's units; NaN for what does not exist, so that no comparison with it holds. */
export class RuleValues {
  readonly #model: DrainageModel;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #hydrology: Hydrology | null;
  #past: PastRain | null = null;
  readonly #units: UserUnits;
  readonly #nodes: ReadonlyMap<string, number>;
  readonly #links: ReadonlyMap<string, number>;
  readonly #gauges: ReadonlyMap<string, number>;
  readonly #variables: ReadonlyMap<string, RuleVariable>;
  readonly #expressions: ReadonlyMap<string, readonly ExpressionToken[]>;
  /** s since 1970 */
  moment = 0;

  constructor(model: DrainageModel, net: Network, state: NetworkState, hydrology: Hydrology | null) {
    this.#model = model;
    this.#net = net;
    this.#state = state;
    this.#hydrology = hydrology;
    this.#units = userUnits(model.options.flowUnit);
    // Without rules nobody asks: a large network would keep two catalogues for nothing.
    const { nodes, links } = model.controls.rules.length > 0 ? model : emptyModel;
    this.#nodes = new Map(nodes.map(({ name }, i) => [name, net.kernelNode[i]!]));
    this.#links = new Map(links.map(({ name }, i) => [name, net.kernelLink[i]!]));
    this.#gauges = new Map(model.gauges.map(({ name }, i) => [name, i]));
    this.#variables = new Map(model.controls.variables.map(({ name, variable }) => [name, variable]));
    this.#expressions = new Map(model.controls.expressions.map(({ name, postfix }) => [name, postfix]));
  }

  /** Value of one side of a premise. */
  operand(operand: RuleOperand): number {
    if (operand.kind === 'value') return operand.value;
    if (operand.kind === 'variable') return this.variable(operand.variable);
    return this.#named(operand.name, 0);
  }

  /** The attribute that one side of a premise reads, spelled out or by its name; null of values and expressions. */
  attributeOf(operand: RuleOperand): RuleVariable['attribute'] | null {
    if (operand.kind === 'variable') return operand.variable.attribute;
    return operand.kind === 'named' ? (this.#variables.get(operand.name)?.attribute ?? null) : null;
  }

  #named(name: string, depth: number): number {
    const variable = this.#variables.get(name);
    if (variable !== undefined) return this.variable(variable);
    const expression = this.#expressions.get(name);
    // Expressions that name each other in a ring have no value.
    return expression === undefined || depth > 20 ? Number.NaN : this.#evaluate(expression, depth + 1);
  }

  #evaluate(postfix: readonly ExpressionToken[], depth: number): number {
    const stack: number[] = [];
    const pop = (): number => stack.pop() ?? Number.NaN;
    for (const token of postfix) {
      if (token.kind === 'number') stack.push(token.value);
      else if (token.kind === 'name') stack.push(this.#named(token.name, depth));
      else if (token.kind === 'function') stack.push(applied(token.name, pop()));
      else if (token.operator === 'negate') stack.push(-pop());
      else {
        const right = pop();
        stack.push(combined(token.operator, pop(), right));
      }
    }
    return pop();
  }

  /** Value of one quantity. */
  variable({ object, name, attribute, hours }: RuleVariable): number {
    if (object === 'simulation') return this.#clock(attribute);
    const unit = siPerRuleUnit(attribute, this.#units);
    if (object === 'node') {
      const n = this.#nodes.get(name);
      return n === undefined ? Number.NaN : this.#node(n, attribute) / unit;
    }
    if (object === 'gage') {
      const g = this.#gauges.get(name);
      if (g === undefined) return Number.NaN;
      if (attribute === 'RAIN_DEPTH') {
        this.#past ??= new PastRain(this.#model);
        return this.#past.depth(g, hours, this.moment) / unit;
      }
      return this.#hydrology === null ? Number.NaN : this.#hydrology.rainAt(g) / unit;
    }
    const i = this.#links.get(name);
    return i === undefined ? Number.NaN : this.#link(i, attribute) / unit;
  }

  #clock(attribute: RuleVariable['attribute']): number {
    const { moment } = this;
    const date = new Date(moment * 1000);
    switch (attribute) {
      case 'TIME':
        return (moment - this.#model.options.start) / SECONDS_PER_DAY;
      case 'DATE':
        return Math.floor(moment / SECONDS_PER_DAY) * SECONDS_PER_DAY;
      case 'CLOCKTIME':
        return (((moment % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY) / SECONDS_PER_DAY;
      case 'DAY':
        return date.getUTCDay() + 1;
      case 'MONTH':
        return date.getUTCMonth() + 1;
      case 'DAYOFYEAR':
        return Math.floor((moment * 1000 - Date.UTC(date.getUTCFullYear(), 0, 1)) / (SECONDS_PER_DAY * 1000)) + 1;
      default:
        return Number.NaN;
    }
  }

  #node(n: number, attribute: RuleVariable['attribute']): number {
    const net = this.#net;
    const state = this.#state;
    switch (attribute) {
      case 'DEPTH':
        return state.depth[n]!;
      case 'MAXDEPTH':
        return net.rim[n]!;
      case 'HEAD':
        return net.invert[n]! + state.depth[n]!;
      case 'VOLUME':
        return volumeOf(net, state, n);
      case 'INFLOW':
        // Of rules it is what comes from outside the network (SWMM 5.2, list of updates), not from links.
        return state.lateral[n]!;
      default:
        return Number.NaN;
    }
  }

  #link(i: number, attribute: RuleVariable['attribute']): number {
    const net = this.#net;
    const state = this.#state;
    const isConduit = net.kind[i] === CONDUIT;
    switch (attribute) {
      case 'FLOW':
        return state.flow[i]! * net.direction[i]!;
      case 'DEPTH':
        return state.linkDepth[i]!;
      case 'FULLFLOW':
        return fullFlow(net, i);
      case 'FULLDEPTH':
        return net.link[i * FIXED + FULL]!;
      case 'VELOCITY':
        return isConduit && state.area[i]! > 1e-6 ? Math.abs(state.flow[i]!) / (state.area[i]! * net.barrels[i]!) : 0;
      case 'LENGTH':
        return realLength(net, i);
      case 'SLOPE':
        return slopeOf(net, i);
      case 'STATUS':
        return state.setting[i]! > 0 ? 1 : 0;
      case 'SETTING':
        return state.setting[i]!;
      case 'TIMEOPEN':
        return state.setting[i]! > 0 ? state.sinceSetting[i]! : Number.NaN;
      case 'TIMECLOSED':
        return state.setting[i]! <= 0 ? state.sinceSetting[i]! : Number.NaN;
      default:
        return Number.NaN;
    }
  }
}

function combined(operator: '+' | '-' | '*' | '/' | '^', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? 0 : left / right;
    case '^':
      return left <= 0 ? 0 : left ** right;
  }
}

function applied(name: string, x: number): number {
  switch (name.toLowerCase()) {
    case 'abs':
      return Math.abs(x);
    case 'sgn':
      return Math.sign(x);
    case 'step':
      return x <= 0 ? 0 : 1;
    case 'sqrt':
      return x < 0 ? 0 : Math.sqrt(x);
    case 'log':
      return x <= 0 ? 0 : Math.log(x);
    case 'log10':
      return x <= 0 ? 0 : Math.log10(x);
    case 'exp':
      return Math.exp(x);
    case 'sin':
      return Math.sin(x);
    case 'cos':
      return Math.cos(x);
    case 'tan':
      return Math.tan(x);
    case 'asin':
      return Math.asin(x);
    case 'acos':
      return Math.acos(x);
    case 'atan':
      return Math.atan(x);
    case 'sinh':
      return Math.sinh(x);
    case 'cosh':
      return Math.cosh(x);
    case 'tanh':
      return Math.tanh(x);
    case 'cot':
      return 1 / Math.tan(x);
    case 'acot':
      return Math.PI / 2 - Math.atan(x);
    case 'coth':
      return 1 / Math.tanh(x);
    default:
      return Number.NaN;
  }
}
