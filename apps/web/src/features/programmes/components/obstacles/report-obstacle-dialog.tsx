import { listUnits } from '@makaverse/contract/identity-directory';
import type { Programme } from '@makaverse/contract/programmes';
import { readPlan } from '@makaverse/contract/programmes-plan';
import { reportObstacle } from '@makaverse/contract/programmes-obstacles';
import { pageOf } from '@makaverse/contract/pages';
import { witaDate } from '@makaverse/calendar';
import { Button } from '@makaverse/ui/button';
import { Combobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Dialog } from '@makaverse/ui/dialog';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { Select } from '@makaverse/ui/select';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { useGo } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';

const formId = 'report-obstacle';
type Kind = 'unit' | 'outside';

/** What blocks, since when, what it costs a day, and who can remove it. */
export function ReportObstacleDialog(props: {
  readonly programme: Programme;
  readonly ownUnits: Programme['units'];
  readonly onClose: () => void;
}): ReactNode {
  const { programme, ownUnits, onClose } = props;
  const { t } = useTranslation(['obstacles', 'shell']);
  const go = useGo();
  const today = witaDate(new Date(useSession().now));
  const [unitId, setUnitId] = useState((ownUnits[0] ?? programme.units[0])?.id ?? null);
  const [words, setWords] = useDraft(`obstacle.${programme.id}`, '');
  const [sinceOn, setSinceOn] = useState(today);
  const [cost, setCost] = useState('');
  const [kind, setKind] = useState<Kind>('unit');
  const [remover, setRemover] = useState<ComboboxOption | null>(null);
  const [authority, setAuthority] = useState('');
  const [milestoneId, setMilestoneId] = useState('');
  const milestones = useOpenMilestones(programme.id, unitId);
  // One of another unit is no choice any more once the unit was changed.
  const chosenMilestone = milestones.some((one) => one.value === milestoneId) ? milestoneId : '';
  const units = useRead(listUnits, {});
  const report = useAct(reportObstacle, {
    onDone: ({ id }) => {
      setWords('');
      onClose();
      go(pageOf.obstacle(id));
    },
  });
  const isReady = unitId !== null && (kind === 'outside' ? authority.trim() !== '' : remover !== null);
  const send = (): void => {
    if (unitId === null) return;
    report.mutate({
      params: { id: programme.id },
      body: {
        unitId,
        milestoneId: chosenMilestone || null,
        words,
        sinceOn,
        costPerDay: cost === '' ? null : Number(cost.replaceAll(/\D/g, '')),
        remover: kind === 'unit' ? { kind, unitId: remover?.value ?? '' } : { kind, authority },
      },
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('report.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('shell:act.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            disabled={!isReady}
            isBusy={report.isPending}
            busyText={t('shell:act.sending')}
          >
            {t('report.send')}
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
        {programme.units.length > 1 && (
          <Select
            label={t('report.unit')}
            options={programme.units.map((unit) => ({ value: unit.id, label: unit.name }))}
            value={unitId}
            onValueChange={setUnitId}
          />
        )}
        <TextArea
          label={t('report.words')}
          hint={t('report.wordsHint')}
          value={words}
          onValueChange={setWords}
          required
          maxLength={2000}
          isWide
        />
        {milestones.length > 0 && (
          <Select
            label={t('report.milestone')}
            hint={t('report.milestoneHint')}
            options={[{ value: '', label: t('report.noMilestone') }, ...milestones]}
            value={chosenMilestone}
            onValueChange={setMilestoneId}
            isWide
          />
        )}
        <DateInput
          label={t('report.since')}
          value={sinceOn}
          onValueChange={setSinceOn}
          max={today}
          spoken={sinceOn && dayInWords(sinceOn)}
          required
        />
        <TextInput
          label={t('report.cost')}
          hint={t('report.costHint')}
          value={cost}
          onValueChange={setCost}
          isNumeric
          inputMode="numeric"
          isOptional
        />
        <RadioGroup
          legend={t('report.remover')}
          options={[
            { value: 'unit', label: t('report.within') },
            { value: 'outside', label: t('report.outside') },
          ]}
          value={kind}
          onValueChange={setKind}
          isInline
        />
        {kind === 'unit' ? (
          <Combobox
            label={t('report.removerUnit')}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName }))}
            value={remover}
            onValueChange={setRemover}
            isWide
          />
        ) : (
          <TextInput label={t('report.authority')} value={authority} onValueChange={setAuthority} required maxLength={300} isWide />
        )}
        <FailureNotice failure={report.error} />
      </form>
    </Dialog>
  );
}

/** Milestones the unit's part still has before it, or the whole programme has; what is confirmed is blocked by nothing any more. */
function useOpenMilestones(programmeId: string, unitId: string | null): readonly { readonly value: string; readonly label: string }[] {
  const plan = useRead(readPlan, { params: { id: programmeId } });
  return (plan.data?.milestones ?? [])
    .filter((one) => one.confirmedOn === null && (one.unit === null || one.unit.id === unitId))
    .map((one) => ({ value: one.id, label: `${one.position}. ${one.title}` }));
}
