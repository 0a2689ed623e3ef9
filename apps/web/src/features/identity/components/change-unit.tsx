import { changeUnit, type Unit } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { fieldsOf } from '../model/unit-fields.ts';
import { FormDialog } from './form-dialog.tsx';
import { UnitFieldset } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';

/** Renames or moves a unit from a day on; its past keeps its name. */
export function ChangeUnit({ unit }: { readonly unit: Unit }): ReactNode {
  const { t } = useTranslation('directory');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('change.open')}</Button>
      {isOpen && <ChangeForm unit={unit} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function ChangeForm({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('directory');
  const { today } = useDay();
  const toast = useToast();
  const [base, setBase] = useState(unit.version);
  const [fields, setFields] = useState(() => fieldsOf(unit));
  const [from, setFrom] = useState(today > unit.validFrom ? today : unit.validFrom);
  const change = useAct(changeUnit, {
    onDone: (changed) => {
      toast({ title: t('change.done', { name: changed.name, day: dayInWords(from) }), tone: 'good' });
      onClose();
    },
  });
  const newer = currentAfterConflict<Unit>(change.error);
  const send = (version: number): void => change.mutate({ params: { id: unit.id }, body: { ...fields, from, version } });
  return (
    <FormDialog
      title={t('change.title', { name: unit.name })}
      submitText={t('change.submit')}
      isBusy={change.isPending}
      failure={change.error}
      conflict={
        newer && (
          <ConflictNotice
            yours={`${fields.code}\n${fields.name}\n${fields.shortName}`}
            theirs={`${newer.code}\n${newer.name}\n${newer.shortName}`}
            onKeepMine={() => {
              setBase(newer.version);
              send(newer.version);
            }}
            onTakeTheirs={() => {
              setBase(newer.version);
              setFields(fieldsOf(newer));
              change.reset();
            }}
          />
        )
      }
      onClose={onClose}
      onSubmit={() => send(base)}
    >
      <UnitFieldset
        fields={fields}
        onChange={setFields}
        from={from}
        onFromChange={setFrom}
        fromHint={t('change.fromHint', { day: dayInWords(unit.validFrom) })}
        earliest={unit.validFrom}
      />
    </FormDialog>
  );
}
