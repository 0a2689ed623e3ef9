import type { PlanIndicator } from '@makaverse/contract/programmes-plan';
import { FigureWithTable } from '@makaverse/ui/figure-with-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort, numberInWords } from '#lib/moments.ts';
import { capitalised } from '../../model/plan/capitalised.ts';
import { CurveChart } from './curve-chart.tsx';

/** An indicator's planned way from baseline to target, and the values reported. */
export function IndicatorFigure({ indicator, today }: { readonly indicator: PlanIndicator; readonly today: string }): ReactNode {
  const { t } = useTranslation('plan');
  const { baseline, target, points, values, measure } = indicator;
  const planned = [baseline, ...points, target];
  const all = [...planned, ...values].map((point) => point.value);
  const last = values.at(-1);
  const days = [...new Set([...planned, ...values].map((point) => point.on))].toSorted();
  const valueOn = (of: readonly { on: string; value: number }[], on: string): number | null =>
    of.find((point) => point.on === on)?.value ?? null;
  const words = {
    name: indicator.name,
    measure,
    baseline: numberInWords(baseline.value),
    target: numberInWords(target.value),
    on: dayShort(target.on),
  };
  return (
    <FigureWithTable
      title={indicator.name}
      caption={
        last
          ? t('indicator.captionSaid', { ...words, value: numberInWords(last.value), saidOn: dayShort(last.on) })
          : t('indicator.caption', words)
      }
      summary={
        last
          ? t('indicator.captionSaid', { ...words, value: numberInWords(last.value), saidOn: dayShort(last.on) })
          : t('indicator.caption', words)
      }
      columns={[
        { key: 'on', heading: t('figure.date'), value: (row) => row.on, cell: (row) => dayShort(row.on) },
        {
          key: 'planned',
          heading: capitalised(t('indicator.planned')),
          value: (row) => row.planned,
          cell: (row) => row.planned !== null && numberInWords(row.planned),
          isNumeric: true,
        },
        {
          key: 'said',
          heading: capitalised(t('indicator.said')),
          value: (row) => row.said,
          cell: (row) => row.said !== null && numberInWords(row.said),
          isNumeric: true,
        },
      ]}
      rows={days.map((on) => ({ on, planned: valueOn(planned, on), said: valueOn(values, on) }))}
      rowId={(row) => row.on}
      csvName="indikator"
    >
      <CurveChart
        today={today}
        highest={Math.max(...all)}
        lowest={Math.min(0, ...all)}
        write={numberInWords}
        curves={[
          { kind: 'planned', name: t('indicator.planned'), points: planned, isStepped: false },
          { kind: 'actual', name: t('indicator.said'), points: values, isStepped: false },
        ]}
      />
    </FigureWithTable>
  );
}
