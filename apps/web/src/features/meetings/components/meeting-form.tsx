import type { MeetingKind } from '@makaverse/contract/meetings';
import { Combobox, MultiCombobox } from '@makaverse/ui/combobox';
import { DateInput, TimeInput } from '@makaverse/ui/date-time-inputs';
import { Select } from '@makaverse/ui/select';
import { TextInput } from '@makaverse/ui/text-input';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddresseeOptions } from '#lib/addressees.ts';
import { dayInWords } from '#lib/moments.ts';
import { peopleSearch } from '#lib/people-search.ts';
import type { MeetingDraft } from '../model/meeting-draft.ts';
import './meetings.css';

const kinds: readonly MeetingKind[] = ['rakorsus', 'refresh', 'stocktake', 'coordination'];

/** The fields of a meeting; the caller keeps the draft and sends it. */
export function MeetingForm({
  draft,
  onChange,
}: {
  readonly draft: MeetingDraft;
  readonly onChange: (draft: MeetingDraft) => void;
}): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const search = useMemo(() => peopleSearch(), []);
  const addressees = useAddresseeOptions();
  const put =
    <K extends keyof MeetingDraft>(key: K) =>
    (value: MeetingDraft[K]): void =>
      onChange({ ...draft, [key]: value });
  return (
    <>
      <Select
        label={t('form.kind')}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={draft.kind}
        onValueChange={put('kind')}
      />
      <TextInput label={t('form.title')} value={draft.title} onValueChange={put('title')} required maxLength={300} isWide />
      <DateInput label={t('form.day')} value={draft.day} onValueChange={put('day')} spoken={draft.day && dayInWords(draft.day)} required />
      <div className="meeting-times">
        <TimeInput label={t('form.from')} value={draft.from} onValueChange={put('from')} required />
        <TimeInput label={t('form.to')} hint={t('form.toHint')} value={draft.to} onValueChange={put('to')} required />
      </div>
      <TextInput label={t('form.place')} value={draft.place} onValueChange={put('place')} maxLength={300} isWide />
      <TextInput
        label={t('form.link')}
        type="url"
        hint={t('form.linkHint')}
        value={draft.link}
        onValueChange={put('link')}
        maxLength={500}
        isOptional
        isWide
      />
      <Combobox label={t('form.chair')} onSearch={search} value={draft.chair} onValueChange={put('chair')} isWide />
      <MultiCombobox label={t('form.clerks')} onSearch={search} values={draft.clerks} onValuesChange={put('clerks')} isWide />
      <MultiCombobox
        label={t('form.invited')}
        hint={t('form.invitedHint')}
        options={addressees}
        values={draft.invited}
        onValuesChange={put('invited')}
        isWide
      />
    </>
  );
}
