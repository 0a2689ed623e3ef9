import { formatRupiah } from '@makaverse/calendar';
import { reportSpending, writeBudget, type PlanBudgetLine, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { currentLanguage } from '#lib/language.ts';
import { budgetRows, readBudgetRows } from '../../model/plan/budget-rows.ts';
import { capitalised } from '../../model/plan/capitalised.ts';
import { datesOfRows, planColumn } from '../../model/plan/dated-cells.ts';
import { withoutEmpty, type CellFault } from '../../model/plan/grid-rows.ts';
import { readRupiah, writeDate } from '../../model/plan/plan-cells.ts';
import { AddDate } from './dated-columns.tsx';
import { MoneyFigure } from './money-figure.tsx';
import { PlanEditorForm } from './plan-editor-form.tsx';
import { isListKept, usePlanRows } from './use-plan-rows.ts';
import { PlanGrid, type GridColumn } from './plan-grid.tsx';
import { ReportForm } from './report-form.tsx';

/** Money over time and by budget line, what was realised, and the list behind them. */
export function MoneyPart({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const [isWriting, setIsWriting] = useState(plan.mayPlan && isListKept('budget', plan.programmeId));
  const report = useAct(reportSpending);
  if (isWriting) return <BudgetEditor plan={plan} onLeave={() => setIsWriting(false)} />;
  const write = plan.mayPlan && <Button onClick={() => setIsWriting(true)}>{t('money.write')}</Button>;
  if (plan.budget.length === 0)
    return (
      <EmptyState title={t('money.empty')} action={write}>
        {t('money.emptyWords')}
      </EmptyState>
    );
  return (
    <div className="plan-figures">
      {write && <div className="app-buttons">{write}</div>}
      <MoneyFigure plan={plan} />
      <Section title={t('money.lines')} count={plan.budget.length}>
        <BudgetTable lines={plan.budget} />
      </Section>
      {plan.mayPlan && (
        <Section title={t('money.report')}>
          <ReportForm
            key={plan.planVersion}
            subjectLabel={t('money.line')}
            subjects={plan.budget.map((one) => ({ value: one.id, label: `${one.code} ${one.name}` }))}
            figureLabel={t('money.amount')}
            figureHint={t('money.amountHint')}
            figureError={t('cellFault.rupiah')}
            read={readRupiah}
            today={plan.today}
            failure={report.error}
            isBusy={report.isPending}
            onSend={({ id, on, figure }) => report.mutate({ params: { id }, body: { on, amount: figure } })}
          />
        </Section>
      )}
    </div>
  );
}

function BudgetTable({ lines }: { readonly lines: readonly PlanBudgetLine[] }): ReactNode {
  const { t } = useTranslation('plan');
  const exact = (amount: number | null | undefined): string =>
    amount === null || amount === undefined ? '—' : formatRupiah(amount, currentLanguage());
  const columns: readonly Column<PlanBudgetLine>[] = [
    { key: 'code', heading: t('money.code'), value: (row) => row.code },
    { key: 'name', heading: t('money.name'), value: (row) => row.name, width: '30%' },
    { key: 'ceiling', heading: t('money.ceiling'), value: (row) => row.ceiling, cell: (row) => exact(row.ceiling), isNumeric: true },
    { key: 'contract', heading: t('money.contract'), value: (row) => row.contract, cell: (row) => exact(row.contract), isNumeric: true },
    {
      key: 'spent',
      heading: capitalised(t('money.spent')),
      value: (row) => row.spent.at(-1)?.amount ?? null,
      cell: (row) => exact(row.spent.at(-1)?.amount),
      isNumeric: true,
    },
  ];
  return (
    <DataTable
      caption={t('money.lines')}
      isCaptionHidden
      columns={columns}
      rows={lines}
      rowId={(row) => row.id}
      csvName="rincian-belanja"
    />
  );
}

function BudgetEditor(props: { readonly plan: ProgrammePlan; readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation('plan');
  const { plan, onLeave } = props;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly CellFault[]>([]);
  const send = useAct(writeBudget, {
    onDone: () => {
      written.forget();
      onLeave();
    },
  });
  const written = usePlanRows('budget', plan, send, { rowsOf: budgetRows });
  const { rows, setRows } = written;
  const dates = [...new Set([...added, ...datesOfRows(rows)])].toSorted();
  const columns: readonly GridColumn[] = [
    { key: 'code', heading: t('money.code'), width: '11rem' },
    { key: 'name', heading: t('money.name'), width: '16rem' },
    { key: 'ceiling', heading: t('money.ceiling'), width: '10rem', isNumeric: true },
    { key: 'contract', heading: t('money.contract'), width: '10rem', isNumeric: true },
    ...dates.map((on) => ({ key: planColumn(on), heading: t('grid.planOn', { on: writeDate(on) }), width: '10rem', isNumeric: true })),
  ];
  const headings = Object.fromEntries(columns.map(({ key, heading }) => [key, heading]));
  const save = (): void => {
    const filled = withoutEmpty(rows);
    const read = readBudgetRows(filled, dates);
    setRows(filled);
    setFaults(read.faults);
    if (read.faults.length === 0)
      send.mutate({ params: { id: plan.programmeId }, body: { planVersion: written.planVersion, lines: [...read.items] } });
  };
  return (
    <PlanEditorForm {...{ written, headings }} failure={send.error} isBusy={send.isPending} onSave={save} onLeave={onLeave}>
      <AddDate onAdd={(on) => setAdded([...added, on])} />
      <PlanGrid caption={t('money.lines')} columns={columns} rows={rows} faults={faults} onChange={setRows} canRemove={() => true} />
    </PlanEditorForm>
  );
}
