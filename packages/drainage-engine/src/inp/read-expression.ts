import type { ExpressionToken } from '../model/rules.ts';
import { RowRefused } from './inp-problem.ts';
import { numberIn, shortened } from './row.ts';

const precedence: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3, '^': 4 };

/** Functions of SWMM's expressions (User's Manual, appendix C.22 and D.2). */
const functions: ReadonlySet<string> = new Set([
  'abs', 'acos', 'acot', 'asin', 'atan', 'cos', 'cosh', 'cot', 'coth', 'exp', 'log', 'log10', 'sgn', 'sin', 'sinh', 'sqrt', 'step', 'tan', 'tanh',
]); // prettier-ignore

type Operator = Extract<ExpressionToken, { kind: 'operator' }>['operator'];
type Waiting = Operator | '(' | { readonly call: string };

/**
 * An arithmetic expression in postfix order, by Dijkstra's shunting yard.
 *
 * @param known names that may occur: in capitals, to the spelling they were defined with
 * @throws RowRefused with what was expected
 */
export function postfixOf(text: string, known: ReadonlyMap<string, string>): ExpressionToken[] {
  const output: ExpressionToken[] = [];
  const waiting: Waiting[] = [];
  let wantsOperand = true;
  const settle = (until: (top: Waiting) => boolean): void => {
    for (let top = waiting.at(-1); top !== undefined && !until(top); top = waiting.at(-1)) {
      waiting.pop();
      if (top === '(') throw new RowRefused('expected a closing bracket in the expression');
      output.push(typeof top === 'object' ? { kind: 'function', name: top.call } : { kind: 'operator', operator: top });
    }
  };
  for (const token of tokensOf(text)) {
    if (wantsOperand) {
      if (token === '(') waiting.push('(');
      else if (token === '-') waiting.push('negate');
      else if (token !== '+') {
        wantsOperand = pushOperand(token, known, output, waiting);
      }
    } else if (token === ')') {
      settle((top) => top === '(');
      if (waiting.pop() === undefined) throw new RowRefused('expected an opening bracket before the closing one');
      const top = waiting.at(-1);
      if (typeof top === 'object') {
        output.push({ kind: 'function', name: top.call });
        waiting.pop();
      }
    } else if (Object.hasOwn(precedence, token) && token !== 'negate') {
      const mine = precedence[token]!;
      // Powers bind from the right.
      settle((top) => top === '(' || typeof top === 'object' || (token === '^' ? precedence[top]! <= mine : precedence[top]! < mine));
      waiting.push(token as Operator);
      wantsOperand = true;
    } else throw new RowRefused(`expected an operator in the expression, found "${shortened(token)}"`);
  }
  if (wantsOperand) throw new RowRefused('expected a number, a variable or a bracket at the end of the expression');
  settle(() => false);
  return output;
}

/** Whether an operand is still wanted afterwards: a function waits for its bracket. */
function pushOperand(token: string, known: ReadonlyMap<string, string>, output: ExpressionToken[], waiting: Waiting[]): boolean {
  const number = numberIn(token);
  const name = known.get(token.toUpperCase());
  if (number !== null) output.push({ kind: 'number', value: number });
  else if (name !== undefined) output.push({ kind: 'name', name });
  else if (functions.has(token.toLowerCase())) {
    waiting.push({ call: token.toLowerCase() });
    return true;
  } else throw new RowRefused(`expected a number, a variable or a function in the expression, found "${shortened(token)}"`);
  return false;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const pattern = /\s*([-+*/^()]|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[^\s\-+*/^()]+)/y;
  const trimmed = text.trim();
  while (pattern.lastIndex < trimmed.length) {
    const match = pattern.exec(trimmed);
    if (!match) throw new RowRefused('expected an arithmetic expression');
    tokens.push(match[1]!);
  }
  return tokens;
}
