import type { PlanMilestone } from '@makaverse/contract/programmes-plan';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort } from '#lib/moments.ts';
import { standingOf } from '../../model/plan/standing.ts';
import { timeScale, type TimeScale } from '../../model/plan/time-scale.ts';
import { TimeAxis } from './time-axis.tsx';
import { useWidth } from './use-width.ts';

const stepHeight = 9;
const head = 18;

interface Row {
  readonly milestone: PlanMilestone;
  readonly y: number;
  readonly height: number;
  /** Where its work can begin: when the last of those before it was planned to be done. */
  readonly from: string;
}

/** Milestones along time: the planned stretch and its end, every promise as a dot, a moved one a step lower, and today. */
export function GanttChart({
  milestones,
  today,
  begins,
}: {
  milestones: readonly PlanMilestone[];
  today: string;
  begins: string;
}): ReactNode {
  const [place, width] = useWidth();
  const isNarrow = width < 640;
  const labelWidth = isNarrow ? 0 : Math.min(280, width * 0.3);
  const rows = rowsOf(milestones, begins, isNarrow);
  const bottom = (rows.at(-1)?.y ?? head) + (rows.at(-1)?.height ?? 0);
  const dates = milestones.flatMap((one) => [one.plannedOn, one.promisedOn, ...one.moves.flatMap((move) => [move.fromOn, move.toOn])]);
  // Room on the right for the date that stands behind the last dot.
  const scale = timeScale([begins, today, ...dates], labelWidth + 8, width - 84);
  return (
    <div ref={place}>
      <svg width={width} height={bottom + 18} viewBox={`0 0 ${width} ${bottom + 18}`} className="plan-drawing">
        <TimeAxis scale={scale} today={today} top={0} bottom={bottom} />
        {rows.map((row) => (
          <GanttRow
            key={row.milestone.id}
            row={row}
            scale={scale}
            today={today}
            isNarrow={isNarrow}
            labelWidth={labelWidth}
            width={width}
          />
        ))}
      </svg>
    </div>
  );
}

function rowsOf(milestones: readonly PlanMilestone[], begins: string, isNarrow: boolean): Row[] {
  let y = head;
  return milestones.map((milestone) => {
    const before = milestone.after.map((position) => milestones[position - 1]!.plannedOn).toSorted();
    const height = 30 + milestone.moves.length * stepHeight + (isNarrow ? 18 : 0);
    const row = { milestone, y, height, from: before.at(-1) ?? begins };
    y += height;
    return row;
  });
}

function GanttRow(props: {
  readonly row: Row;
  readonly scale: TimeScale;
  readonly today: string;
  readonly isNarrow: boolean;
  readonly labelWidth: number;
  readonly width: number;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { row, scale, today, isNarrow, labelWidth, width } = props;
  const { milestone } = row;
  const standing = standingOf(milestone, today);
  const line = row.y + (isNarrow ? 30 : 15);
  const planned = scale.x(milestone.plannedOn);
  const start = Math.min(scale.x(row.from), planned);
  const last = scale.x(milestone.promisedOn);
  const lastY = line + milestone.moves.length * stepHeight;
  const name = `${milestone.position}. ${milestone.title}`;
  return (
    <g className={`plan-gantt-${standing.kind}`}>
      <line x1={0} x2={width} y1={row.y} y2={row.y} className="plan-grid-line" />
      <text x={0} y={isNarrow ? row.y + 15 : line + 4} className="plan-gantt-name">
        {shortened(name, isNarrow ? 44 : labelWidth / 7.2)}
        <title>{name}</title>
      </text>
      <rect x={start} y={line - 3} width={Math.max(2, planned - start)} height={6} className="plan-gantt-stretch" />
      <line x1={planned} x2={planned} y1={line - 8} y2={line + 8} className="plan-gantt-planned" />
      <path d={promisePath(milestone, scale, line)} className="plan-gantt-promises" />
      {promiseDots(milestone).map((date, step) => (
        <circle
          key={`${date}-${step}`}
          cx={scale.x(date)}
          cy={line + step * stepHeight}
          r={step === milestone.moves.length ? 5 : 3}
          className={step === milestone.moves.length ? 'plan-gantt-dot' : 'plan-gantt-dot-old'}
        />
      ))}
      <text x={Math.max(last, milestone.moves.length === 0 ? planned : last) + 9} y={lastY + 4} className="plan-gantt-date">
        {standing.kind === 'late' ? t('gantt.late', { count: standing.daysLate }) : dayShort(milestone.promisedOn).replace(/ \d{4}$/, '')}
      </text>
    </g>
  );
}

/** The first date promised, then each it was moved to. */
function promiseDots({ moves, promisedOn }: PlanMilestone): string[] {
  return moves.length === 0 ? [promisedOn] : [moves[0]!.fromOn, ...moves.map((move) => move.toOn)];
}

function promisePath(milestone: PlanMilestone, scale: TimeScale, line: number): string {
  const [first, ...rest] = promiseDots(milestone);
  const steps = rest.map((date, at) => `H ${scale.x(date)} V ${line + (at + 1) * stepHeight}`);
  return `M ${scale.x(first!)} ${line} ${steps.join(' ')}`;
}

function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, Math.floor(most) - 1).trimEnd()}…`;
}
