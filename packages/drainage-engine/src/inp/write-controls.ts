import type { Controls, RuleAction, RuleAttribute, RuleOperand, RuleVariable } from '../model/rules.ts';
import { writtenDate, writtenSpan } from './moments.ts';
import { writtenName, writtenNumber } from './written-row.ts';

const spans: ReadonlySet<RuleAttribute> = new Set(['TIME', 'CLOCKTIME', 'TIMEOPEN', 'TIMECLOSED']);

function variable({ object, name, attribute, hours }: RuleVariable): string {
  if (object === 'simulation') return `SIMULATION ${attribute}`;
  return `${object.toUpperCase()} ${writtenName(name)} ${attribute === 'RAIN_DEPTH' ? `${hours}-HR_DEPTH` : attribute}`;
}

function value(number: number, attribute: RuleAttribute | null): string {
  if (attribute === 'DATE') return writtenDate(number);
  if (attribute === 'STATUS') return number > 0 ? 'ON' : 'OFF';
  if (attribute !== null && spans.has(attribute)) {
    const seconds = Math.round(number * 86_400);
    return seconds >= 0 && seconds / 86_400 === number ? writtenSpan(seconds) : writtenNumber(number * 24);
  }
  return writtenNumber(number);
}

function operand(one: RuleOperand, attribute: RuleAttribute | null): string {
  if (one.kind === 'value') return value(one.value, attribute);
  return one.kind === 'named' ? one.name : variable(one.variable);
}

function action({ object, link, attribute, setting }: RuleAction): string {
  const target = `${object.toUpperCase()} ${writtenName(link)} ${attribute} =`;
  switch (setting.kind) {
    case 'curve':
      return `${target} CURVE ${writtenName(setting.curve)}`;
    case 'series':
      return `${target} TIMESERIES ${writtenName(setting.series)}`;
    case 'pid':
      return `${target} PID ${[setting.gain, setting.integralTime, setting.derivativeTime].map(writtenNumber).join(' ')}`;
    default: {
      if (attribute === 'SETTING') return `${target} ${writtenNumber(setting.value)}`;
      const words = object === 'conduit' ? ['CLOSED', 'OPEN'] : ['OFF', 'ON'];
      return `${target} ${setting.value > 0 ? words[1] : words[0]}`;
    }
  }
}

/** Lines of [CONTROLS]. */
export function controlLines({ variables, expressions, rules }: Controls): string[] {
  const named = new Map(variables.map(({ name, variable: { attribute } }) => [name, attribute]));
  return [
    ...variables.map((one) => `VARIABLE ${one.name} = ${variable(one.variable)}`),
    ...expressions.map(({ name, text }) => `EXPRESSION ${name} = ${text}`),
    ...rules.flatMap(({ name, premises, actions, elseActions, priority }) => [
      `RULE ${writtenName(name)}`,
      ...premises.map(({ join, left, relation, right }) => {
        const attribute =
          left.kind === 'variable' ? left.variable.attribute : left.kind === 'named' ? (named.get(left.name) ?? null) : null;
        return `${join.toUpperCase()} ${operand(left, attribute)} ${relation} ${operand(right, attribute)}`;
      }),
      ...actions.map((one, index) => `${index === 0 ? 'THEN' : 'AND'} ${action(one)}`),
      ...elseActions.map((one, index) => `${index === 0 ? 'ELSE' : 'AND'} ${action(one)}`),
      ...(priority === 0 ? [] : [`PRIORITY ${writtenNumber(priority)}`]),
    ]),
  ];
}
