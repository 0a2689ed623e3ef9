import { parseSpokenDate, witaDate } from '@makaverse/calendar';
import { changeDirective, type Directive } from '@makaverse/contract/directives';
import { Button } from '@makaverse/ui/button';
import { Checkbox } from '@makaverse/ui/checkbox';
import { Combobox, MultiCombobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenAddressees, useAddresseeOptions } from '#lib/addressees.ts';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { useReviewers } from '#lib/reviewers.ts';
import { useSession } from '#lib/session.tsx';
import { usePartFocus } from './use-part-focus.ts';

function addresseeChoice(directive: Directive, options: readonly ComboboxOption[]): readonly ComboboxOption[] {
  if (directive.addresseeGroups.length > 0)
    return options.filter((one) => directive.addresseeGroups.some((group) => one.value === `group:${group}`));
  return directive.addressees.map((one) => ({ value: one.unitId, label: one.unit.name, sub: one.unit.shortName }));
}

/** Completes or corrects a directive that is not yet issued. `focus` names the part a gap led to. */
export function DirectiveForm({
  directive,
  focus,
  onDone,
}: {
  readonly directive: Directive;
  readonly focus: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const { now } = useSession();
  const today = witaDate(new Date(now));
  const options = useAddresseeOptions();
  const reviewers = useReviewers();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(directive.version);
  const [words, setWords] = useState(directive.words);
  const [to, setTo] = useState<readonly ComboboxOption[] | null>(null);
  const [deadline, setDeadline] = useState(directive.deadline ?? '');
  const [spoken, setSpoken] = useState('');
  const [measure, setMeasure] = useState(directive.measure ?? '');
  const [reviewer, setReviewer] = useState<ComboboxOption | null>(
    directive.reviewer && { value: directive.reviewer.id, label: directive.reviewer.name },
  );
  const [nominateBy, setNominateBy] = useState(directive.addressees.find((one) => one.nominationDueOn)?.nominationDueOn ?? '');
  const [isCascading, setIsCascading] = useState(directive.isCascading);
  const change = useAct(changeDirective, { onDone });
  const newer = currentAfterConflict<Directive>(change.error);
  usePartFocus(form, focus);

  const send = (version: number): void => {
    const chosen = to && chosenAddressees(to);
    change.mutate({
      params: { id: directive.id },
      body: {
        version,
        words,
        deadline: deadline || null,
        measure: measure || null,
        reviewerId: reviewer?.value ?? null,
        isCascading,
        ...(chosen && {
          groups: chosen.groups,
          addressees: chosen.unitIds.map((unitId) => ({ unitId, picId: null, nominationDueOn: nominateBy || null })),
        }),
        ...(nominateBy && { nominationDueOn: nominateBy }),
      },
    });
  };
  const say = (text: string): void => {
    setSpoken(text);
    const day = parseSpokenDate(text, today);
    if (day) setDeadline(day);
  };
  return (
    <form
      ref={form}
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(base);
      }}
    >
      <div data-part="words">
        <TextArea label={t('part.words')} value={words} onValueChange={setWords} required maxLength={4000} isWide />
      </div>
      <div data-part="addressees">
        <MultiCombobox
          label={t('part.addressees')}
          options={options}
          values={to ?? addresseeChoice(directive, options)}
          onValuesChange={setTo}
          isWide
        />
      </div>
      <div data-part="deadline">
        <TextInput label={t('part.spokenDeadline')} hint={t('part.spokenHint')} value={spoken} onValueChange={say} />
        <DateInput label={t('part.deadline')} value={deadline} onValueChange={setDeadline} spoken={deadline && dayInWords(deadline)} />
      </div>
      <div data-part="measure">
        <TextArea
          label={t('part.measure')}
          hint={t('part.measureHint')}
          value={measure}
          onValueChange={setMeasure}
          maxLength={1000}
          isWide
        />
      </div>
      <div data-part="reviewer">
        <Combobox label={t('part.reviewer')} options={reviewers} value={reviewer} onValueChange={setReviewer} isWide />
      </div>
      <div data-part="nomination">
        <DateInput
          label={t('part.nominateBy')}
          hint={t('part.nominateHint')}
          value={nominateBy}
          onValueChange={setNominateBy}
          spoken={nominateBy && dayInWords(nominateBy)}
        />
      </div>
      <Checkbox label={t('part.cascading')} hint={t('part.cascadingHint')} isChecked={isCascading} onCheckedChange={setIsCascading} />
      {newer ? (
        <ConflictNotice
          yours={words}
          theirs={newer.words}
          onKeepMine={() => {
            setBase(newer.version);
            send(newer.version);
          }}
          onTakeTheirs={() => {
            setBase(newer.version);
            setWords(newer.words);
            change.reset();
          }}
        />
      ) : (
        <FailureNotice failure={change.error} />
      )}
      <div className="app-buttons">
        <Button type="submit" tone="primary" isBusy={change.isPending} busyText={t('shell:act.saving')}>
          {t('shell:act.save')}
        </Button>
        <Button onClick={onDone}>{t('shell:act.cancel')}</Button>
      </div>
    </form>
  );
}
