import type { UserUnits } from './units.ts';

/** The object a rule looks at. `link` stands for any kind of link. */
export type RuleObject = 'node' | 'link' | 'conduit' | 'pump' | 'orifice' | 'weir' | 'outlet' | 'simulation' | 'gage';

/**
 * What a rule reads of it. Units are the file's, since expressions mix them freely: lengths and flows by `userUnits`, TIME, CLOCKTIME, TIMEOPEN and
 * TIMECLOSED in days (SWMM 5.2.2 hands them to expressions and control curves so; the file's constants are hours), DATE in seconds since 1970 (the day), DAY 1 to 7 from Sunday, MONTH 1 to 12, DAYOFYEAR 1 to 366, STATUS 0 or 1.
 */
export type RuleAttribute =
  | 'DEPTH'
  | 'MAXDEPTH'
  | 'HEAD'
  | 'VOLUME'
  | 'INFLOW'
  | 'FLOW'
  | 'FULLFLOW'
  | 'FULLDEPTH'
  | 'VELOCITY'
  | 'LENGTH'
  | 'SLOPE'
  | 'STATUS'
  | 'SETTING'
  | 'TIMEOPEN'
  | 'TIMECLOSED'
  | 'TIME'
  | 'DATE'
  | 'CLOCKTIME'
  | 'DAY'
  | 'MONTH'
  | 'DAYOFYEAR'
  | 'INTENSITY'
  | 'RAIN_DEPTH';

/** One readable quantity. */
export interface RuleVariable {
  readonly object: RuleObject;
  /** Empty for `simulation`. */
  readonly name: string;
  readonly attribute: RuleAttribute;
  /** Of RAIN_DEPTH (`6-HR_DEPTH`): how many hours back. */
  readonly hours: number;
}

/** One side of a comparison. */
export type RuleOperand =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'variable'; readonly variable: RuleVariable }
  /** A named variable or expression of the rule set. */
  | { readonly kind: 'named'; readonly name: string };

/** One clause. OR binds closer than AND: `if A and B or C` holds where A does and one of the others (SWMM 5.2 User's Manual, control rules). */
export interface RulePremise {
  readonly join: 'if' | 'and' | 'or';
  readonly left: RuleOperand;
  readonly relation: '=' | '<>' | '<' | '<=' | '>' | '>=';
  readonly right: RuleOperand;
}

/** What a rule does to a link: a fixed setting (pump speed or share open; 0 and 1 for OFF and ON), or a modulated one. */
export interface RuleAction {
  readonly object: 'conduit' | 'pump' | 'orifice' | 'weir' | 'outlet';
  readonly link: string;
  /** The word of the file: STATUS for pumps and conduits, SETTING otherwise. */
  readonly attribute: 'STATUS' | 'SETTING';
  readonly setting:
    | { readonly kind: 'value'; readonly value: number }
    /** The curve's y at the value of the left side of the rule's last true premise. */
    | { readonly kind: 'curve'; readonly curve: string }
    | { readonly kind: 'series'; readonly series: string }
    /** Gain, integral and derivative times in minutes. */
    | { readonly kind: 'pid'; readonly gain: number; readonly integralTime: number; readonly derivativeTime: number };
}

/** One control rule. Of several rules that act on a link at once the highest priority wins, the earlier one among equals. */
export interface ControlRule {
  readonly name: string;
  readonly premises: readonly RulePremise[];
  readonly actions: readonly RuleAction[];
  readonly elseActions: readonly RuleAction[];
  readonly priority: number;
}

/** All control rules with the variables and expressions they name (SWMM 5.2). An expression is kept as text and as postfix tokens. */
export interface Controls {
  readonly variables: readonly { readonly name: string; readonly variable: RuleVariable }[];
  readonly expressions: readonly {
    readonly name: string;
    readonly text: string;
    readonly postfix: readonly ExpressionToken[];
  }[];
  readonly rules: readonly ControlRule[];
}

/** A token of an expression in postfix order. Functions take one argument; `step` is 0 below or at 0, 1 above; `sgn` the sign. */
export type ExpressionToken =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operator'; readonly operator: '+' | '-' | '*' | '/' | '^' | 'negate' }
  | { readonly kind: 'function'; readonly name: string };

/**
 * SI value of one unit that a rule counts an attribute in: divide the engine's SI value by it before comparing.
 *
 * @example siPerRuleUnit('FLOW', userUnits('LPS')) // 0.001
 */
export function siPerRuleUnit(attribute: RuleAttribute, units: UserUnits): number {
  switch (attribute) {
    case 'DEPTH':
    case 'MAXDEPTH':
    case 'HEAD':
    case 'FULLDEPTH':
    case 'VELOCITY':
    case 'LENGTH':
      return units.length;
    case 'VOLUME':
      return units.volume;
    case 'FLOW':
    case 'FULLFLOW':
    case 'INFLOW':
      return units.flow;
    case 'INTENSITY':
      return units.rainRate;
    case 'RAIN_DEPTH':
      return units.rainDepth;
    case 'TIME':
    case 'CLOCKTIME':
    case 'TIMEOPEN':
    case 'TIMECLOSED':
      return 86_400;
    default:
      return 1;
  }
}
