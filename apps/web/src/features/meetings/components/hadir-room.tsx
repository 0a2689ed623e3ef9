import { checkInRoom } from '@makaverse/contract/meetings-room';
import type { UnitBrief } from '@makaverse/contract/primitives';
import { Button } from '@makaverse/ui/button';
import { Combobox, MultiCombobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { Section } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import { useToast } from '@makaverse/ui/toast';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { peopleSearch } from '#lib/people-search.ts';
import { namesIn } from '../model/attendance-list.ts';

/** A unit's room comes in with the names of all who sit in it. `units` are those the reader may check in, his own first. */
export function HadirRoom({ meetingId, units }: { readonly meetingId: string; readonly units: readonly UnitBrief[] }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const toast = useToast();
  const options = units.map((unit): ComboboxOption => ({ value: unit.id, label: unit.name, sub: unit.shortName }));
  const [unit, setUnit] = useState<ComboboxOption | null>(options[0] ?? null);
  const [people, setPeople] = useState<readonly ComboboxOption[]>([]);
  const [names, setNames, forgetNames] = useDraft(`attend.${meetingId}`, '');
  const [isEmpty, setIsEmpty] = useState(false);
  const search = useMemo(() => peopleSearch(unit?.value), [unit?.value]);
  const others = namesIn(names);
  const count = people.length + others.length;
  const checkIn = useAct(checkInRoom, {
    onDone: () => {
      toast({ title: t('attend.done', { count }), tone: 'good' });
      setPeople([]);
      forgetNames();
    },
  });
  const send = (): void => {
    setIsEmpty(count === 0);
    if (count === 0 || !unit) return;
    const everyone = [...people.map((person) => ({ personId: person.value })), ...others.map((name) => ({ name }))];
    checkIn.mutate({ params: { id: meetingId }, body: { unitId: unit.value, people: everyone } });
  };
  return (
    <Section title={t('attend.room')} sub={t('attend.roomHint')}>
      <form
        className="app-form hadir-room"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {options.length > 1 && (
          <Combobox
            label={t('attend.unit')}
            options={options}
            value={unit}
            onValueChange={(next) => {
              setUnit(next);
              // People belong to the unit they were looked up in; typed names stay.
              if (next?.value !== unit?.value) setPeople([]);
            }}
            isWide
          />
        )}
        {unit && (
          <MultiCombobox
            key={unit.value}
            label={options.length > 1 ? t('attend.people') : t('attend.peopleOf', { unit: unit.label })}
            hint={t('attend.peopleHint')}
            onSearch={search}
            values={people}
            onValuesChange={setPeople}
            isWide
          />
        )}
        <TextArea
          label={t('attend.names')}
          hint={t('attend.namesHint')}
          value={names}
          onValueChange={setNames}
          maxLength={10_000}
          isOptional
          isWide
        />
        {isEmpty && count === 0 && (
          <p role="alert" className="mv-late">
            {t('attend.nobody')}
          </p>
        )}
        <FailureNotice failure={checkIn.error} />
        <Button type="submit" tone="primary" isBusy={checkIn.isPending} busyText={t('attend.submitting')}>
          {count > 0 ? t('attend.submitCount', { count }) : t('attend.submit')}
        </Button>
      </form>
    </Section>
  );
}
