import { reportValue, writeIndicators, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { datesOfRows, planColumn } from '../../model/plan/dated-cells.ts';
import { withoutEmpty, type CellFault, type GridRow } from '../../model/plan/grid-rows.ts';
import { indicatorRows, readIndicatorRows } from '../../model/plan/indicator-rows.ts';
import { readNumber, writeDate } from '../../model/plan/plan-cells.ts';
import { AddDate } from './dated-columns.tsx';
import { IndicatorFigure } from './indicator-figure.tsx';
import { PlanEditorForm } from './plan-editor-form.tsx';
import { isListKept, usePlanRows } from './use-plan-rows.ts';
import { PlanGrid, type GridColumn } from './plan-grid.tsx';
import { ReportForm } from './report-form.tsx';

/** Each indicator's way from baseline to target, what was reported, and the list behind them. */
export function IndicatorsPart({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const [isWriting, setIsWriting] = useState(plan.mayPlan && isListKept('indicators', plan.programmeId));
  const report = useAct(reportValue);
  if (isWriting) return <IndicatorsEditor plan={plan} onLeave={() => setIsWriting(false)} />;
  const write = plan.mayPlan && <Button onClick={() => setIsWriting(true)}>{t('indicator.write')}</Button>;
  if (plan.indicators.length === 0)
    return (
      <EmptyState title={t('indicator.empty')} action={write}>
        {t('indicator.emptyWords')}
      </EmptyState>
    );
  return (
    <div className="plan-figures">
      {write && <div className="app-buttons">{write}</div>}
      <div className="plan-figures plan-pair">
        {plan.indicators.map((indicator) => (
          <IndicatorFigure key={indicator.id} indicator={indicator} today={plan.today} />
        ))}
      </div>
      {plan.mayPlan && (
        <Section title={t('indicator.report')}>
          <ReportForm
            key={plan.planVersion}
            subjectLabel={t('indicator.name')}
            subjects={plan.indicators.map((one) => ({ value: one.id, label: `${one.name} (${one.measure})` }))}
            figureLabel={t('indicator.value')}
            figureHint={t('indicator.valueHint')}
            figureError={t('cellFault.number')}
            read={readNumber}
            today={plan.today}
            failure={report.error}
            isBusy={report.isPending}
            onSend={({ id, on, figure }) => report.mutate({ params: { id }, body: { on, value: figure } })}
          />
        </Section>
      )}
    </div>
  );
}

function IndicatorsEditor(props: { readonly plan: ProgrammePlan; readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation('plan');
  const { plan, onLeave } = props;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly CellFault[]>([]);
  const [reason, setReason, forgetReason] = useDraft(`plan.${plan.programmeId}.indicators.reason`, '');
  const send = useAct(writeIndicators, {
    onDone: () => {
      written.forget();
      forgetReason();
      onLeave();
    },
  });
  const written = usePlanRows('indicators', plan, send, { rowsOf: indicatorRows });
  const { rows, setRows } = written;
  const dates = [...new Set([...added, ...datesOfRows(rows)])].toSorted();
  const isPlanned = (row: GridRow): boolean => row.id !== null && !plan.mayReplan;
  const figures = { isNumeric: true, isLocked: isPlanned, width: '7rem' };
  const columns: readonly GridColumn[] = [
    { key: 'name', heading: t('indicator.name'), width: '16rem' },
    { key: 'measure', heading: t('indicator.measure'), width: '6rem', isLocked: isPlanned },
    { key: 'baselineOn', heading: t('indicator.baselineOn'), ...figures, isNumeric: false },
    { key: 'baseline', heading: t('indicator.baseline'), ...figures },
    { key: 'targetOn', heading: t('indicator.targetOn'), ...figures, isNumeric: false },
    { key: 'target', heading: t('indicator.target'), ...figures },
    ...dates.map((on) => ({ key: planColumn(on), heading: t('grid.planOn', { on: writeDate(on) }), ...figures })),
  ];
  const headings = Object.fromEntries(columns.map(({ key, heading }) => [key, heading]));
  const save = (): void => {
    const filled = withoutEmpty(rows);
    const read = readIndicatorRows(filled, dates);
    setRows(filled);
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    send.mutate({
      params: { id: plan.programmeId },
      body: { planVersion: written.planVersion, indicators: [...read.items], ...(reason && { reason }) },
    });
  };
  return (
    <PlanEditorForm
      {...{ written, headings }}
      failure={send.error}
      isBusy={send.isPending}
      onSave={save}
      onLeave={onLeave}
      reason={plan.mayReplan ? { value: reason, onChange: setReason } : undefined}
    >
      <AddDate onAdd={(on) => setAdded([...added, on])} />
      <PlanGrid
        caption={t('indicator.list')}
        columns={columns}
        rows={rows}
        faults={faults}
        onChange={setRows}
        canRemove={(row) => !isPlanned(row)}
      />
    </PlanEditorForm>
  );
}
