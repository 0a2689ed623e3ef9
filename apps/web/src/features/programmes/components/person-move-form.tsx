import { readPersonRecord } from '@makaverse/contract/programmes';
import { Button } from '@makaverse/ui/button';
import { Combobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { TextArea } from '@makaverse/ui/text-area';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { peopleSearch } from '#lib/people-search.ts';
import { PersonRecordList } from './person-record-list.tsx';

/** Names a person with reasons; what he carries already stands beside before it is sent. `sent` forgets the words kept on the device. */
export function PersonMoveForm(props: {
  readonly draftKey: string;
  readonly unitId: string;
  readonly label: string;
  readonly submitText: string;
  readonly isBusy: boolean;
  readonly onSubmit: (personId: string, words: string, sent: () => void) => void;
}): ReactNode {
  const { t } = useTranslation(['programmes', 'shell']);
  const [person, setPerson] = useState<ComboboxOption | null>(null);
  const [words, setWords, forget] = useDraft(props.draftKey, '');
  const search = useMemo(() => peopleSearch(props.unitId), [props.unitId]);
  const record = useRead(readPersonRecord, { params: { id: person?.value ?? '' } }, { isEnabled: person !== null });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (person) props.onSubmit(person.value, words, forget);
      }}
    >
      <Combobox label={t('moves.person')} hint={t('moves.personHint')} onSearch={search} value={person} onValueChange={setPerson} isWide />
      {record.data && <PersonRecordList record={record.data} />}
      <TextArea label={props.label} value={words} onValueChange={setWords} required maxLength={2000} isWide />
      <Button type="submit" tone="primary" disabled={!person} isBusy={props.isBusy} busyText={t('shell:act.sending')}>
        {props.submitText}
      </Button>
    </form>
  );
}
