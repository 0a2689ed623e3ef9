import type { ReactNode } from 'react';
import { timeScale, type TimeScale } from '../../model/plan/time-scale.ts';
import { TimeAxis } from './time-axis.tsx';
import { useWidth } from './use-width.ts';

/** A value on a day. */
interface CurvePoint {
  readonly on: string;
  readonly value: number;
}
/** One line of the picture, named at its end. */
export interface Curve {
  readonly kind: 'planned' | 'actual' | 'said';
  readonly name: string;
  readonly points: readonly CurvePoint[];
  /** Keeps its value until the next date, instead of running straight to it. */
  readonly isStepped: boolean;
}

const top = 0;
const chartHeight = 220;

/** Plan against what became of it, over time: what is planned is dashed, what is so is drawn through up to today. */
export function CurveChart(props: {
  readonly curves: readonly Curve[];
  readonly today: string;
  /** What stands for the whole height; 0 is the ground. */
  readonly highest: number;
  readonly lowest?: number;
  readonly write: (value: number) => string;
}): ReactNode {
  const { curves, today, highest, lowest = 0, write } = props;
  const [place, width] = useWidth();
  const bottom = top + chartHeight;
  const marks = [lowest, (lowest + highest) / 2, highest];
  const gutter = Math.max(40, ...marks.map((value) => write(value).length * 6.4 + 12));
  const scale = timeScale([today, ...curves.flatMap((curve) => curve.points.map((point) => point.on))], gutter, width - 92);
  const span = highest - lowest || 1;
  const y = (value: number): number => bottom - ((value - lowest) / span) * (chartHeight - 24);
  const ground = { scale, y, today, ground: bottom };
  const drawn = curves.filter((curve) => curve.points.length > 0);
  return (
    <div ref={place}>
      <svg width={width} height={bottom + 18} viewBox={`0 0 ${width} ${bottom + 18}`} className="plan-drawing">
        {marks.map((value) => (
          <g key={value}>
            <line x1={gutter} x2={width} y1={y(value)} y2={y(value)} className="plan-grid-line" />
            <text x={gutter - 6} y={y(value) + 4} textAnchor="end" className="plan-tick">
              {write(value)}
            </text>
          </g>
        ))}
        <TimeAxis scale={scale} today={today} top={top} bottom={bottom} />
        {drawn.map((curve) => (
          <path key={curve.kind} d={pathOf(curve, ground)} className={`plan-curve-${curve.kind}`} />
        ))}
        {drawn
          .filter((curve) => curve.kind !== 'planned')
          .flatMap((curve) =>
            curve.points.map((point) => (
              <circle
                key={`${curve.kind}${point.on}`}
                cx={scale.x(point.on)}
                cy={y(point.value)}
                r={3}
                className={`plan-dot-${curve.kind}`}
              />
            )),
          )}
        {namesOf(drawn, ground).map((name) => (
          <text key={name.kind} x={name.x + 6} y={name.y + 4} className={`plan-name-${name.kind}`}>
            {name.words}
          </text>
        ))}
      </svg>
    </div>
  );
}

interface Ground {
  readonly scale: TimeScale;
  readonly y: (value: number) => number;
  readonly today: string;
  /** Where the drawing ends and the day's name stands. */
  readonly ground: number;
}

/** What is so goes on as it is until today; a plan ends where it ends. */
function endOf(curve: Curve, today: string): CurvePoint {
  const last = curve.points.at(-1)!;
  return curve.kind !== 'planned' && last.on < today ? { on: today, value: last.value } : last;
}

function pathOf(curve: Curve, { scale, y, today }: Ground): string {
  const [first, ...rest] = [...curve.points, endOf(curve, today)];
  const steps = rest.map((point) => `${curve.isStepped ? 'H' : 'L'} ${scale.x(point.on)}${curve.isStepped ? ' V' : ''} ${y(point.value)}`);
  return `M ${scale.x(first!.on)} ${y(first!.value)} ${steps.join(' ')}`;
}

const lineOfWords = 14;

/** Names at the ends of the lines, moved apart where two would stand on each other: downwards, and up again from the ground. */
function namesOf(
  curves: readonly Curve[],
  { scale, y, today, ground }: Ground,
): { kind: Curve['kind']; words: string; x: number; y: number }[] {
  const names = curves
    .map((curve) => ({ kind: curve.kind, words: curve.name, x: scale.x(endOf(curve, today).on), y: y(endOf(curve, today).value) }))
    .toSorted((a, b) => a.y - b.y);
  const isNear = (a: { x: number }, b: { x: number }): boolean => Math.abs(a.x - b.x) < 96;
  for (const [at, name] of names.entries()) {
    const above = names[at - 1];
    if (above && isNear(above, name)) name.y = Math.max(name.y, above.y + lineOfWords);
  }
  for (const [at, name] of [...names.entries()].toReversed()) {
    const below = names[at + 1];
    name.y = Math.min(name.y, below && isNear(name, below) ? below.y - lineOfWords : ground - lineOfWords / 2);
  }
  return names;
}
