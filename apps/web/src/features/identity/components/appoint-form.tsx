import { appointToPosition, listUnits, positionKind, type PositionKind } from '@makaverse/contract/identity-directory';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import { Button } from '@makaverse/ui/button';
import { Combobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { Select } from '@makaverse/ui/select';
import { TextInput } from '@makaverse/ui/text-input';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { peopleSearch } from '#lib/people-search.ts';
import { FormDialog } from './form-dialog.tsx';
import { spokenDay } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';

const actings = ['none', 'plt', 'plh'] as const;
type Chosen = { readonly unit: UnitBrief; readonly person?: undefined } | { readonly person: PersonBrief; readonly unit?: undefined };

/** Gives a position: to somebody in a unit that is known, or in some unit to a person who is known. */
export function AppointToPosition(props: Chosen): ReactNode {
  const { t } = useTranslation('directory');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('appoint.open')}</Button>
      {isOpen && <AppointForm {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function AppointForm(props: Chosen & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('directory');
  const { today } = useDay();
  const toast = useToast();
  const [person, setPerson] = useState<ComboboxOption | null>(props.person ? { value: props.person.id, label: props.person.name } : null);
  const [unit, setUnit] = useState<ComboboxOption | null>(props.unit ? { value: props.unit.id, label: props.unit.name } : null);
  const [kind, setKind] = useState<PositionKind>('member');
  const [acting, setActing] = useState<(typeof actings)[number]>('none');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const units = useRead(listUnits, { query: {} }, { isEnabled: props.unit === undefined });
  const appoint = useAct(appointToPosition, {
    onDone: (holding) => {
      toast({ title: t('appoint.done', { name: holding.person.name, title: holding.title }), tone: 'good' });
      props.onClose();
    },
  });
  const [isMissing, setIsMissing] = useState(false);
  const send = (): void => {
    setIsMissing(!person || !unit);
    if (!person || !unit) return;
    appoint.mutate({
      body: { personId: person.value, unitId: unit.value, kind, title, acting: acting === 'none' ? null : acting, from, to: to || null },
    });
  };
  return (
    <FormDialog
      title={props.unit ? t('appoint.titleIn', { unit: props.unit.name }) : t('appoint.titleOf', { name: props.person.name })}
      submitText={t('appoint.submit')}
      isBusy={appoint.isPending}
      failure={appoint.error}
      onClose={props.onClose}
      onSubmit={send}
    >
      {props.unit && (
        <Combobox
          label={t('appoint.person')}
          hint={t('appoint.personHint')}
          onSearch={peopleSearch()}
          value={person}
          onValueChange={setPerson}
          error={isMissing && !person ? t('appoint.personMissing') : null}
          isWide
        />
      )}
      {props.person && (
        <Combobox
          label={t('appoint.unit')}
          options={(units.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, sub: one.code }))}
          value={unit}
          onValueChange={setUnit}
          error={isMissing && !unit ? t('appoint.unitMissing') : null}
          isWide
        />
      )}
      <Select
        label={t('appoint.kind')}
        hint={t('appoint.kindHint')}
        options={positionKind.options.map((value) => ({ value, label: t(`position.${value}`) }))}
        value={kind}
        onValueChange={setKind}
        isWide
      />
      <TextInput
        label={t('appoint.office')}
        hint={t('appoint.officeHint')}
        value={title}
        onValueChange={setTitle}
        required
        maxLength={200}
        isWide
      />
      <RadioGroup
        legend={t('appoint.acting')}
        options={actings.map((value) => ({ value, label: t(`appoint.actings.${value}`) }))}
        value={acting}
        onValueChange={setActing}
      />
      <DateInput label={t('appoint.from')} value={from} onValueChange={setFrom} spoken={spokenDay(from)} required />
      <DateInput
        label={t('appoint.to')}
        hint={t('appoint.toHint')}
        value={to}
        onValueChange={setTo}
        spoken={spokenDay(to)}
        min={from}
        isOptional
      />
    </FormDialog>
  );
}
