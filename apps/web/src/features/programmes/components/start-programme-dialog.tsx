import { listUnits } from '@makaverse/contract/identity-directory';
import { startProgramme } from '@makaverse/contract/programmes';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { Combobox, MultiCombobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Dialog } from '@makaverse/ui/dialog';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import { addWorkingDays, witaDate } from '@makaverse/calendar';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { useGo } from '#lib/navigate.ts';
import { useReviewers } from '#lib/reviewers.ts';
import { useSession } from '#lib/session.tsx';

const formId = 'start-programme';

/** A new programme: outcome, field, units, reviewer, and the day until which each unit must nominate. */
export function StartProgrammeDialog({ onClose, nextNumber }: { readonly onClose: () => void; readonly nextNumber: number }): ReactNode {
  const { t } = useTranslation(['programmes', 'shell']);
  const { now } = useSession();
  const go = useGo();
  const [number, setNumber] = useState(String(nextNumber));
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState('');
  const [field, setField] = useState('');
  const [units, setUnits] = useState<readonly ComboboxOption[]>([]);
  const [reviewer, setReviewer] = useState<ComboboxOption | null>(null);
  const [nominationDueOn, setDueOn] = useState(addWorkingDays(witaDate(new Date(now)), 2));
  const allUnits = useRead(listUnits, {});
  const reviewers = useReviewers();
  const start = useAct(startProgramme, {
    onDone: (programme) => {
      onClose();
      go(pageOf.programme(programme.id));
    },
  });
  const send = (): void => {
    if (reviewer)
      start.mutate({
        body: {
          number: Number(number),
          name,
          outcome,
          field,
          reviewerId: reviewer.value,
          unitIds: units.map((unit) => unit.value),
          nominationDueOn,
        },
      });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('start.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('shell:act.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            disabled={!reviewer || units.length === 0}
            isBusy={start.isPending}
            busyText={t('shell:act.saving')}
          >
            {t('start.send')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="app-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput label={t('start.number')} value={number} onValueChange={setNumber} isNumeric inputMode="numeric" required />
        <TextInput label={t('start.name')} value={name} onValueChange={setName} required maxLength={300} isWide />
        <TextArea
          label={t('programme.outcome')}
          hint={t('start.outcomeHint')}
          value={outcome}
          onValueChange={setOutcome}
          required
          maxLength={2000}
          isWide
        />
        <TextInput label={t('programme.field')} value={field} onValueChange={setField} required maxLength={200} isWide />
        <MultiCombobox
          label={t('programme.units')}
          options={(allUnits.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName }))}
          values={units}
          onValuesChange={setUnits}
          isWide
        />
        <Combobox label={t('nomination.reviewer')} options={reviewers} value={reviewer} onValueChange={setReviewer} isWide />
        <DateInput
          label={t('start.dueOn')}
          value={nominationDueOn}
          onValueChange={setDueOn}
          spoken={nominationDueOn && dayInWords(nominationDueOn)}
          required
        />
        <FailureNotice failure={start.error} />
      </form>
    </Dialog>
  );
}
