import type { Programme } from '@makaverse/contract/programmes';
import { writeMilestones, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { withoutEmpty, type CellFault, type GridRow } from '../../model/plan/grid-rows.ts';
import { milestoneRows, readMilestoneRows } from '../../model/plan/milestone-rows.ts';
import { PlanEditorForm } from './plan-editor-form.tsx';
import { isListKept, usePlanRows } from './use-plan-rows.ts';
import { PlanGrid, type GridColumn } from './plan-grid.tsx';
import { ProgressFigure } from './progress-figure.tsx';
import { TimelineFigure } from './timeline-figure.tsx';

/** Timeline and progress, and the list behind them for whoever plans. */
export function MilestonesPart({ plan, units }: { readonly plan: ProgrammePlan; readonly units: Programme['units'] }): ReactNode {
  const { t } = useTranslation('plan');
  const [isWriting, setIsWriting] = useState(plan.mayPlan && isListKept('milestones', plan.programmeId));
  if (isWriting) return <MilestonesEditor plan={plan} units={units} onLeave={() => setIsWriting(false)} />;
  const write = plan.mayPlan && <Button onClick={() => setIsWriting(true)}>{t('milestone.write')}</Button>;
  if (plan.milestones.length === 0)
    return (
      <EmptyState title={t('milestone.empty')} action={write}>
        {t('milestone.emptyWords')}
      </EmptyState>
    );
  return (
    <div className="plan-figures">
      {write && <div className="app-buttons">{write}</div>}
      <TimelineFigure plan={plan} />
      <ProgressFigure plan={plan} />
    </div>
  );
}

function MilestonesEditor(props: {
  readonly plan: ProgrammePlan;
  readonly units: Programme['units'];
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { plan, onLeave } = props;
  const [faults, setFaults] = useState<readonly CellFault[]>([]);
  const [reason, setReason, forgetReason] = useDraft(`plan.${plan.programmeId}.milestones.reason`, '');
  const send = useAct(writeMilestones, {
    onDone: () => {
      written.forget();
      forgetReason();
      onLeave();
    },
  });
  const written = usePlanRows('milestones', plan, send, { rowsOf: milestoneRows, namesRows: 'after' });
  const { rows, setRows } = written;
  const isPlanned = (row: GridRow): boolean => row.id !== null && !plan.mayReplan;
  const columns: readonly GridColumn[] = [
    { key: 'title', heading: t('milestone.title'), width: '18rem' },
    { key: 'weight', heading: t('milestone.weight'), width: '5rem', isNumeric: true, isLocked: isPlanned },
    { key: 'unit', heading: t('milestone.unit'), width: '10rem', choices: props.units.map((unit) => unit.shortName), isLocked: isPlanned },
    { key: 'plannedOn', heading: t('milestone.plannedOn'), width: '8rem', isLocked: isPlanned },
    { key: 'promisedOn', heading: t('milestone.promisedOn'), width: '8rem', isLocked: (row) => row.id !== null },
    { key: 'after', heading: t('milestone.after'), width: '6rem' },
  ];
  const headings = Object.fromEntries(columns.map(({ key, heading }) => [key, heading]));
  const save = (): void => {
    const filled = withoutEmpty(rows, 'after');
    const read = readMilestoneRows(filled, props.units);
    setRows(filled);
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    send.mutate({
      params: { id: plan.programmeId },
      body: { planVersion: written.planVersion, milestones: [...read.items], ...(reason && { reason }) },
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
      <PlanGrid
        caption={t('milestone.caption')}
        columns={columns}
        rows={rows}
        faults={faults}
        onChange={setRows}
        namesRows="after"
        canRemove={(row) => !isPlanned(row)}
      />
    </PlanEditorForm>
  );
}
