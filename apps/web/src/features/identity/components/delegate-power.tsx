import { delegate, listUnits, power, type Power, type Unit } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { Select } from '@makaverse/ui/select';
import { TextArea } from '@makaverse/ui/text-area';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { useSession } from '#lib/session.tsx';
import { FormDialog } from './form-dialog.tsx';
import { spokenDay } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';

const kinds = ['mayor', 'secretariat', 'assistant', 'expert-staff'] as const;
const isOfKind = (unit: Unit, kind: string): boolean => unit.kind === kind;

/** Hands one power on until a day: "the assistant signs for the mayor until Friday" (UU 30/2014 art. 13). */
export function DelegatePower(): ReactNode {
  const { t } = useTranslation('sign-in');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('account.delegations.new')}</Button>
      {isOpen && <DelegateForm onClose={() => setIsOpen(false)} />}
    </>
  );
}

function DelegateForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { person } = useSession();
  const { today } = useDay();
  const toast = useToast();
  const units = useRead(listUnits, { query: {} });
  const [toPersonId, setTo] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Power>('appoint');
  const [validFrom, setFrom] = useState(today);
  const [validUntil, setUntil] = useState(today);
  const [reason, setReason] = useState('');
  const send = useAct(delegate, {
    onDone: () => {
      toast({ title: t('account.delegations.done'), tone: 'good' });
      onClose();
    },
  });
  const offices = kinds.flatMap((kind) =>
    (units.data?.items ?? []).flatMap((unit) =>
      isOfKind(unit, kind) && unit.head && unit.head.id !== person!.id
        ? [{ value: unit.head.id, label: `${unit.head.name}, ${unit.head.title}`, group: t(`account.delegations.group.${kind}`) }]
        : [],
    ),
  );
  return (
    <FormDialog
      title={t('account.delegations.newTitle')}
      submitText={t('account.delegations.submit')}
      isBusy={send.isPending}
      failure={send.error}
      onClose={onClose}
      onSubmit={() => toPersonId && send.mutate({ body: { toPersonId, power: chosen, validFrom, validUntil, reason } })}
    >
      <Select
        label={t('account.delegations.to')}
        hint={t('account.delegations.toHint')}
        placeholder={t('account.delegations.choose')}
        options={offices}
        value={toPersonId}
        onValueChange={setTo}
        required
        isWide
      />
      <RadioGroup
        legend={t('account.delegations.powerLabel')}
        options={power.options.map((value) => ({ value, label: t(`account.delegations.power.${value}`) }))}
        value={chosen}
        onValueChange={setChosen}
      />
      <DateInput
        label={t('account.delegations.from')}
        value={validFrom}
        onValueChange={setFrom}
        spoken={spokenDay(validFrom)}
        min={today}
        required
      />
      <DateInput
        label={t('account.delegations.until')}
        value={validUntil}
        onValueChange={setUntil}
        spoken={spokenDay(validUntil)}
        min={validFrom}
        required
      />
      <TextArea
        label={t('account.delegations.why')}
        hint={t('account.delegations.whyHint')}
        value={reason}
        onValueChange={setReason}
        required
        maxLength={500}
      />
    </FormDialog>
  );
}
