import type { CheckInForm } from '@makaverse/contract/programmes-check-in';
import { Checkbox } from '@makaverse/ui/checkbox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Select } from '@makaverse/ui/select';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '#lib/moments.ts';
import { movesDate, openMilestones, withMilestone, type ReportDraft, type ReportFault } from '../../model/check-in/report.ts';

interface Part {
  readonly form: CheckInForm;
  readonly draft: ReportDraft;
  readonly onChange: (draft: ReportDraft) => void;
}

/** The next promise: which milestone, by when, and why where that day moves. */
export function PromiseField({ form, draft, onChange, faults }: Part & { readonly faults: readonly ReportFault[] }): ReactNode {
  const { t } = useTranslation('check-in');
  const open = openMilestones(draft, form);
  if (open.length === 0) return <p className="mv-muted">{t('promise.none')}</p>;
  const isMoved = movesDate(draft, form);
  const before = form.milestones.find((milestone) => milestone.id === draft.milestoneId)?.promisedOn;
  const dateFault = faults.find((fault) => fault === 'date' || fault === 'past');
  return (
    <div className="check-in-promise">
      <Select
        label={t('promise.milestone')}
        options={open.map((milestone) => ({ value: milestone.id, label: milestone.title }))}
        value={draft.milestoneId}
        onValueChange={(id) => onChange(withMilestone(draft, form, id))}
      />
      <DateInput
        label={t('promise.on')}
        value={draft.on}
        onValueChange={(on) => onChange({ ...draft, on })}
        {...(draft.on && { spoken: dayInWords(draft.on) })}
        error={dateFault && t(`fault.${dateFault}`)}
      />
      {isMoved && (
        <TextArea
          label={t('promise.reason')}
          hint={before && t('promise.moved', { from: dayInWords(before) })}
          rows={2}
          value={draft.reason}
          onValueChange={(reason) => onChange({ ...draft, reason })}
          error={faults.includes('reason') ? t('fault.reason') : null}
        />
      )}
    </div>
  );
}

/** Milestones that are done: folded away, because most weeks none is. */
export function DoneField({ form, draft, onChange }: Part): ReactNode {
  const { t } = useTranslation('check-in');
  if (form.milestones.length === 0) return null;
  const change = (id: string, isDone: boolean): void => {
    const doneIds = isDone ? [...draft.doneIds, id] : draft.doneIds.filter((one) => one !== id);
    const next = { ...draft, doneIds };
    const isPromised = next.milestoneId !== null && !doneIds.includes(next.milestoneId);
    onChange(isPromised ? next : withMilestone(next, form, openMilestones(next, form)[0]?.id ?? null));
  };
  return (
    <details className="check-in-done" open={draft.doneIds.length > 0 || undefined}>
      <summary>{t('done.title', { count: draft.doneIds.length })}</summary>
      {form.milestones.map((milestone) => (
        <Checkbox
          key={milestone.id}
          label={milestone.title}
          isChecked={draft.doneIds.includes(milestone.id)}
          onCheckedChange={(isDone) => change(milestone.id, isDone)}
        />
      ))}
      <p className="mv-hint">{t('done.hint')}</p>
    </details>
  );
}
