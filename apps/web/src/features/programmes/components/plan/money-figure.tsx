import { formatRupiah } from '@makaverse/calendar';
import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { FigureWithTable } from '@makaverse/ui/figure-with-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#lib/language.ts';
import { dayShort } from '#lib/moments.ts';
import { capitalised } from '../../model/plan/capitalised.ts';
import { stepAt } from '../../model/plan/standing.ts';
import { CurveChart } from './curve-chart.tsx';

/** The S-curve of money: planned and realised up to each date, under the ceiling. */
export function MoneyFigure({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const { ceiling, planned, spent } = plan.money;
  const short = (amount: number): string => formatRupiah(amount, currentLanguage(), 'short');
  const exact = (amount: number): string => formatRupiah(amount, currentLanguage());
  const spentNow = stepAt(spent, plan.today)?.amount ?? 0;
  const days = [...new Set([...planned, ...spent].map((point) => point.on))].toSorted();
  const amountOn = (points: typeof planned, on: string): number | null => points.find((point) => point.on === on)?.amount ?? null;
  const rows = days.map((on) => ({ on, planned: amountOn(planned, on), spent: amountOn(spent, on) }));
  const value = (points: typeof planned) => points.map(({ on, amount }) => ({ on, value: amount }));
  const share = ceiling === 0 ? 0 : Math.round((100 * spentNow) / ceiling);
  return (
    <FigureWithTable
      title={t('money.title', { share, spent: short(spentNow), ceiling: short(ceiling) })}
      caption={t('money.caption')}
      summary={t('money.summary', { spent: exact(spentNow), ceiling: exact(ceiling) })}
      columns={[
        { key: 'on', heading: t('figure.date'), value: (row) => row.on, cell: (row) => dayShort(row.on) },
        {
          key: 'planned',
          heading: capitalised(t('money.planned')),
          value: (row) => row.planned,
          cell: (row) => row.planned !== null && exact(row.planned),
          isNumeric: true,
        },
        {
          key: 'spent',
          heading: capitalised(t('money.spent')),
          value: (row) => row.spent,
          cell: (row) => row.spent !== null && exact(row.spent),
          isNumeric: true,
        },
      ]}
      rows={rows}
      rowId={(row) => row.on}
      csvName="belanja"
    >
      <CurveChart
        today={plan.today}
        highest={Math.max(ceiling, ...planned.map((point) => point.amount), ...spent.map((point) => point.amount))}
        write={short}
        curves={[
          { kind: 'planned', name: t('money.planned'), points: value(planned), isStepped: false },
          { kind: 'actual', name: t('money.spent'), points: value(spent), isStepped: false },
        ]}
      />
    </FigureWithTable>
  );
}
