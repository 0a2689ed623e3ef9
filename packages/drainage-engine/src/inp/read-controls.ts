import type {
  ControlRule,
  Controls,
  RuleAction,
  RuleAttribute,
  RuleObject,
  RuleOperand,
  RulePremise,
  RuleVariable,
} from '../model/rules.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { dateIn, spanIn } from './moments.ts';
import { postfixOf } from './read-expression.ts';
import { numberIn, shortened, type Row } from './row.ts';

type Growing<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
type GrowingRule = Growing<ControlRule> & { premises: RulePremise[]; actions: RuleAction[]; elseActions: RuleAction[] };

const objects: Readonly<Record<string, RuleObject>> = {
  NODE: 'node',
  LINK: 'link',
  CONDUIT: 'conduit',
  PUMP: 'pump',
  ORIFICE: 'orifice',
  WEIR: 'weir',
  OUTLET: 'outlet',
  SIMULATION: 'simulation',
  GAGE: 'gage',
};

const linkAttributes: readonly RuleAttribute[] = [
  'FLOW',
  'FULLFLOW',
  'FULLDEPTH',
  'DEPTH',
  'VELOCITY',
  'LENGTH',
  'SLOPE',
  'STATUS',
  'SETTING',
  'TIMEOPEN',
  'TIMECLOSED',
];
const attributes: Readonly<Record<'node' | 'simulation' | 'link', readonly RuleAttribute[]>> = {
  node: ['DEPTH', 'MAXDEPTH', 'HEAD', 'VOLUME', 'INFLOW'],
  simulation: ['TIME', 'DATE', 'CLOCKTIME', 'DAY', 'MONTH', 'DAYOFYEAR'],
  link: linkAttributes,
};

/** As far back as rules of SWMM 5.2 may ask for rain. */
const MOST_HOURS = 48;

const relations: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Reads [CONTROLS]. A faulty line is reported and left; the rule around it goes on, so that one fault does not hide the next. */
export function readControls(draft: Draft, rows: Iterable<Row>, fail: (line: number, message: string) => void): void {
  const reader = new ControlsReader(draft);
  for (const row of rows) {
    try {
      reader.read(row);
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      fail(row.line, error.message);
    }
  }
  draft.controls = reader.controls();
}

class ControlsReader {
  readonly #draft: Draft;
  readonly #variables: Controls['variables'][number][] = [];
  readonly #expressions: Controls['expressions'][number][] = [];
  readonly #rules: GrowingRule[] = [];
  readonly #ruleNames = new Set<string>();
  #clause: 'if' | 'then' | 'else' | null = null;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  controls(): Controls {
    return { variables: this.#variables, expressions: this.#expressions, rules: this.#rules };
  }

  read(row: Row): void {
    const word = row.words[0]!.toUpperCase();
    if (word === 'VARIABLE') this.#readVariable(row);
    else if (word === 'EXPRESSION') this.#readExpression(row);
    else if (word === 'RULE') this.#open(row);
    else this.#readClause(row, word);
  }

  #open(row: Row): void {
    const name = row.word(1, 'the name of the rule');
    if (this.#ruleNames.has(name.toUpperCase()))
      throw new RowRefused(`expected a new name, but the rule "${shortened(name)}" is already defined`);
    this.#ruleNames.add(name.toUpperCase());
    this.#rules.push({ name, premises: [], actions: [], elseActions: [], priority: 0 });
    this.#clause = null;
  }

  #readClause(row: Row, word: string): void {
    const rule = this.#rules.at(-1);
    if (!rule) throw new RowRefused(`expected RULE, VARIABLE or EXPRESSION, found "${shortened(row.words[0]!)}"`);
    if (word === 'PRIORITY') rule.priority = row.number(1, 'a priority');
    else if (word === 'IF') this.#premise(row, rule, 'if');
    else if (word === 'THEN' || word === 'ELSE') {
      this.#clause = word === 'THEN' ? 'then' : 'else';
      this.#action(row, rule);
    } else if (word === 'AND' && this.#clause !== 'if') this.#action(row, rule);
    else if ((word === 'AND' || word === 'OR') && this.#clause === 'if') this.#premise(row, rule, word === 'AND' ? 'and' : 'or');
    else throw new RowRefused(`expected IF, AND, OR, THEN, ELSE or PRIORITY, found "${shortened(row.words[0]!)}"`);
  }

  #premise(row: Row, rule: GrowingRule, join: RulePremise['join']): void {
    if (join === 'if') this.#clause = 'if';
    const left = this.#operand(row, 1);
    const relation = row.word(left.next, 'a comparison');
    if (!relations.has(relation)) throw new RowRefused(`expected =, <>, <, <=, > or >=, found "${shortened(relation)}"`);
    const right = this.#rightSide(row, left.next + 1, this.#attributeOf(left.operand));
    if (row.words.length > right.next) {
      // SWMM does not look at them either.
      this.#draft.warn(row, `what follows the value is passed over: "${shortened(row.words.slice(right.next).join(' '))}"`);
    }
    rule.premises.push({ join, left: left.operand, relation: relation as RulePremise['relation'], right: right.operand });
  }

  /** The attribute whose values a side is compared with; null of an expression, whose values are plain numbers. */
  #attributeOf(operand: RuleOperand): RuleAttribute | null {
    if (operand.kind === 'variable') return operand.variable.attribute;
    const named = operand.kind === 'named' ? this.#variables.find(({ name }) => name === operand.name) : undefined;
    return named?.variable.attribute ?? null;
  }

  /** A variable spelled out, or a named one. */
  #operand(row: Row, index: number): { readonly operand: RuleOperand; readonly next: number } {
    const word = row.word(index, 'an object or the name of a variable').toUpperCase();
    const named = this.#named(word);
    if (named !== null) return { operand: { kind: 'named', name: named }, next: index + 1 };
    if (!Object.hasOwn(objects, word)) {
      throw new RowRefused(`expected ${Object.keys(objects).join(', ')} or a named variable, found "${shortened(row.words[index]!)}"`);
    }
    const { variable, next } = this.#variable(row, index, objects[word]!);
    return { operand: { kind: 'variable', variable }, next };
  }

  #rightSide(row: Row, index: number, attribute: RuleAttribute | null): { readonly operand: RuleOperand; readonly next: number } {
    const word = row.word(index, 'a value');
    const isVariable =
      this.#named(word.toUpperCase()) !== null || (Object.hasOwn(objects, word.toUpperCase()) && row.words.length > index + 1);
    return isVariable ? this.#operand(row, index) : { operand: { kind: 'value', value: valueIn(word, attribute) }, next: index + 1 };
  }

  #named(word: string): string | null {
    const found =
      this.#variables.find(({ name }) => name.toUpperCase() === word) ?? this.#expressions.find(({ name }) => name.toUpperCase() === word);
    return found?.name ?? null;
  }

  #variable(row: Row, index: number, object: RuleObject): { readonly variable: RuleVariable; readonly next: number } {
    const { names } = this.#draft;
    if (object === 'simulation')
      return { variable: { object, name: '', attribute: attributeAt(row, index + 1, attributes.simulation), hours: 0 }, next: index + 2 };
    if (object === 'gage') {
      const name = names.refer(row, index + 1, 'gauge');
      const match = /^(\d{1,4})-HR_DEPTH$/.exec(row.word(index + 2, 'INTENSITY or n-HR_DEPTH').toUpperCase());
      const hours = match === null ? 0 : Number(match[1]);
      if (match !== null && (hours < 1 || hours > MOST_HOURS))
        throw new RowRefused(`expected 1 to ${MOST_HOURS} hours of past rain, found ${hours}`);
      const variable: RuleVariable = match
        ? { object, name, attribute: 'RAIN_DEPTH', hours }
        : { object, name, attribute: attributeAt(row, index + 2, ['INTENSITY']), hours: 0 };
      return { variable, next: index + 3 };
    }
    const isNode = object === 'node';
    const name = names.refer(row, index + 1, isNode ? 'node' : 'link');
    return {
      variable: { object, name, attribute: attributeAt(row, index + 2, isNode ? attributes.node : attributes.link), hours: 0 },
      next: index + 3,
    };
  }

  #readVariable(row: Row): void {
    const name = this.#newName(row);
    if (row.word(2, '=') !== '=') throw new RowRefused('expected = after the name of the variable');
    const object = row.choice(3, 'an object', objects);
    this.#variables.push({ name, variable: this.#variable(row, 3, object).variable });
  }

  #readExpression(row: Row): void {
    const name = this.#newName(row);
    if (row.word(2, '=') !== '=') throw new RowRefused('expected = after the name of the expression');
    const text = row.words.slice(3).join(' ');
    const known = new Map(this.#variables.map((one) => [one.name.toUpperCase(), one.name]));
    this.#expressions.push({ name, text, postfix: postfixOf(text, known) });
  }

  #newName(row: Row): string {
    const name = row.word(1, 'a name');
    if (this.#named(name.toUpperCase()) !== null) throw new RowRefused(`expected a new name, but "${shortened(name)}" is already defined`);
    return name;
  }

  #action(row: Row, rule: GrowingRule): void {
    const list = this.#clause === 'else' ? rule.elseActions : rule.actions;
    if (this.#clause === null || rule.premises.length === 0)
      throw new RowRefused('expected the premises of the rule (IF) before its actions');
    const object = row.choice(1, 'a link', {
      CONDUIT: 'conduit',
      PUMP: 'pump',
      ORIFICE: 'orifice',
      WEIR: 'weir',
      OUTLET: 'outlet',
    } as const);
    const link = this.#draft.names.refer(row, 2, 'link');
    const kind = this.#draft.links.get(link)?.kind;
    if (kind !== undefined && kind !== object) throw new RowRefused(`expected a ${object}, but "${link}" is a ${kind}`);
    const attribute = row.choice(3, 'STATUS or SETTING', { STATUS: 'STATUS', SETTING: 'SETTING' } as const);
    if (row.word(4, '=') !== '=') throw new RowRefused('expected = before the new setting');
    list.push({ object, link, attribute, setting: this.#setting(row) });
  }

  #setting(row: Row): RuleAction['setting'] {
    const word = row.word(5, 'a setting').toUpperCase();
    if (word === 'CURVE') return { kind: 'curve', curve: this.#draft.names.refer(row, 6, 'curve') };
    if (word === 'TIMESERIES') return { kind: 'series', series: this.#draft.names.refer(row, 6, 'series') };
    if (word === 'PID') {
      return {
        kind: 'pid',
        gain: row.number(6, 'a gain'),
        integralTime: row.number(7, 'an integral time in minutes'),
        derivativeTime: row.number(8, 'a derivative time in minutes'),
      };
    }
    return { kind: 'value', value: valueIn(row.words[5]!, 'STATUS') };
  }
}

function attributeAt(row: Row, index: number, allowed: readonly RuleAttribute[]): RuleAttribute {
  return row.choice(index, 'an attribute', Object.fromEntries(allowed.map((one) => [one, one])) as Record<string, RuleAttribute>);
}

/** A constant as the attribute counts it; see `RuleAttribute`. */
function valueIn(word: string, attribute: RuleAttribute | null): number {
  const upper = word.toUpperCase();
  if (attribute === 'STATUS' || attribute === 'SETTING') {
    if (upper === 'ON' || upper === 'OPEN') return 1;
    if (upper === 'OFF' || upper === 'CLOSED') return 0;
  }
  const seconds = spanIn(word);
  const isSpan = attribute === 'TIME' || attribute === 'CLOCKTIME' || attribute === 'TIMEOPEN' || attribute === 'TIMECLOSED';
  if (isSpan && seconds !== null) return seconds / 86_400;
  if (attribute === 'DATE' && dateIn(word) !== null) return dateIn(word)!;
  if (attribute === 'DAY' && weekdays.includes(upper.slice(0, 3))) return weekdays.indexOf(upper.slice(0, 3)) + 1;
  // Day 1 to 366 of a leap year, so that a date means the same number every year.
  if (attribute === 'DAYOFYEAR' && dateIn(`${word}/2004`) !== null)
    return (dateIn(`${word}/2004`)! - Date.UTC(2004, 0, 1) / 1000) / 86_400 + 1;
  const value = numberIn(word);
  if (value === null) throw new RowRefused(`expected a value${attribute ? ` for ${attribute}` : ''}, found "${shortened(word)}"`);
  return value;
}
