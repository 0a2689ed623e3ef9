import type { PlanMilestone, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Column } from '@makaverse/ui/data-table';
import { FigureWithTable } from '@makaverse/ui/figure-with-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort } from '#lib/moments.ts';
import { standingOf } from '../../model/plan/standing.ts';
import { GanttChart } from './gantt-chart.tsx';

/** The timeline: baseline, every promise, today; and the same as a table. */
export function TimelineFigure({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const { milestones, today } = plan;
  const late = milestones.filter((one) => standingOf(one, today).kind === 'late');
  const moved = milestones.filter((one) => one.moves.length > 0);
  const columns: readonly Column<PlanMilestone>[] = [
    { key: 'position', heading: t('milestone.number'), value: (row) => row.position, isNumeric: true, width: '4rem' },
    { key: 'title', heading: t('milestone.title'), value: (row) => row.title, width: '30%' },
    { key: 'weight', heading: t('milestone.weight'), value: (row) => row.weight, isNumeric: true },
    { key: 'unit', heading: t('milestone.unit'), value: (row) => row.unit?.shortName ?? '', isWideOnly: true },
    { key: 'after', heading: t('milestone.after'), value: (row) => row.after.join('; '), isWideOnly: true },
    { key: 'planned', heading: t('milestone.plannedOn'), value: (row) => row.plannedOn, cell: (row) => dayShort(row.plannedOn) },
    { key: 'promised', heading: t('milestone.promisedOn'), value: (row) => row.promisedOn, cell: (row) => dayShort(row.promisedOn) },
    { key: 'moves', heading: t('milestone.moves'), value: (row) => row.moves.length, isNumeric: true },
    {
      key: 'standing',
      heading: t('milestone.standing'),
      value: (row) => {
        const { kind, daysLate } = standingOf(row, today);
        return t(`standing.${kind}`, { count: daysLate });
      },
    },
  ];
  return (
    <FigureWithTable
      title={late.length > 0 ? t('gantt.titleLate', { count: late.length }) : t('gantt.titleNone')}
      caption={t('gantt.caption')}
      summary={t('gantt.summary', { count: milestones.length, late: late.length, moved: moved.length })}
      columns={columns}
      rows={milestones}
      rowId={(row) => row.id}
      csvName="tonggak"
    >
      <GanttChart milestones={milestones} today={today} begins={plan.progress.planned[0]?.on ?? today} />
    </FigureWithTable>
  );
}
