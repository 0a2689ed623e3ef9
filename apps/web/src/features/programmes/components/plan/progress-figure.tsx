import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { FigureWithTable } from '@makaverse/ui/figure-with-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort, numberInWords } from '#lib/moments.ts';
import { capitalised } from '../../model/plan/capitalised.ts';
import { progressToday, stepAt } from '../../model/plan/standing.ts';
import { CurveChart } from './curve-chart.tsx';

/** The S-curve of progress: planned, confirmed by the reviewer, and what the owner says. */
export function ProgressFigure({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const { planned, confirmed, claimed } = plan.progress;
  const today = progressToday(plan);
  const behind = Math.round(today.planned - today.confirmed);
  const percent = (value: number): string => `${numberInWords(Math.round(value))} %`;
  const days = [...new Set([...planned, ...confirmed, ...claimed].map((point) => point.on)), plan.today].toSorted();
  const rows = [...new Set(days)].map((on) => ({
    on,
    planned: stepAt(planned, on)?.percent ?? 0,
    confirmed: on > plan.today ? null : (stepAt(confirmed, on)?.percent ?? 0),
    claimed: claimed.find((point) => point.on === on)?.percent ?? null,
  }));
  const value = (points: readonly { on: string; percent: number }[]) => points.map(({ on, percent: share }) => ({ on, value: share }));
  const written = { planned: percent(today.planned), confirmed: percent(today.confirmed) };
  return (
    <FigureWithTable
      title={behind > 0 ? t('progress.behind', { count: behind }) : t('progress.onPlan')}
      caption={t('progress.caption')}
      summary={t('progress.summary', written)}
      columns={[
        { key: 'on', heading: t('figure.date'), value: (row) => row.on, cell: (row) => dayShort(row.on) },
        { key: 'planned', heading: capitalised(t('progress.planned')), value: (row) => Math.round(row.planned * 10) / 10, isNumeric: true },
        {
          key: 'confirmed',
          heading: capitalised(t('progress.confirmed')),
          value: (row) => row.confirmed && Math.round(row.confirmed * 10) / 10,
          isNumeric: true,
        },
        { key: 'claimed', heading: capitalised(t('progress.claimed')), value: (row) => row.claimed, isNumeric: true },
      ]}
      rows={rows}
      rowId={(row) => row.on}
      csvName="kemajuan"
    >
      <CurveChart
        today={plan.today}
        highest={100}
        write={percent}
        curves={[
          { kind: 'planned', name: t('progress.planned'), points: value(planned), isStepped: true },
          { kind: 'actual', name: t('progress.confirmed'), points: value(confirmed), isStepped: true },
          { kind: 'said', name: t('progress.claimed'), points: value(claimed), isStepped: false },
        ]}
      />
    </FigureWithTable>
  );
}
