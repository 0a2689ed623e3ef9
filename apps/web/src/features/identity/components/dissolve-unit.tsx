import { closeUnit, listUnits, type UnitDetail } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { Combobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Dialog } from '@makaverse/ui/dialog';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayOfAddress } from '../model/directory-address.ts';
import { endingByNature, mergePlan } from '../model/merge-plan.ts';
import { MergeSteps } from './merge-steps.tsx';
import { spokenDay } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';
import { useMerge } from './use-merge.ts';

/** Dissolves a unit, or merges it into another: what is in it goes over step by step, then it ends. */
export function DissolveUnit({ unit, newest }: { readonly unit: UnitDetail; readonly newest: UnitDetail }): ReactNode {
  const { t } = useTranslation('directory');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('dissolve.open')}</Button>
      {isOpen && <DissolveDialog unit={unit} newest={newest} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function DissolveDialog(props: { readonly unit: UnitDetail; readonly newest: UnitDetail; readonly onClose: () => void }): ReactNode {
  const { unit, newest, onClose } = props;
  const { t } = useTranslation(['directory', 'shell']);
  const { today } = useDay();
  const [on, setOn] = useState(today);
  const [target, setTarget] = useState<ComboboxOption | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [leaving, setLeaving] = useState(() => endingByNature(unit.holdings));
  const units = useRead(listUnits, { query: {} });
  const close = useAct(closeUnit, { onDone: onClose });
  const merge = useMerge();
  const steps = mergePlan({ children: newest.children, holdings: unit.holdings, on, leaving });
  const isDay = dayOfAddress(on) !== null;
  const needsTarget = steps.some((step) => step.kind !== 'end-position');
  const others = (units.data?.items ?? []).filter((one) => one.id !== unit.id && one.parentId !== unit.id);
  const move = (): void => {
    setIsMissing(true);
    if (needsTarget && target === null) return;
    void merge.run(steps, { targetId: target?.value ?? null, on });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('dissolve.title', { name: unit.name })}
      canDismiss={!merge.isBusy && !close.isPending}
      actions={
        <>
          <Button onClick={onClose}>{t('shell:act.close')}</Button>
          {steps.length > 0 && (
            <Button tone="primary" disabled={!isDay} isBusy={merge.isBusy} busyText={t('dissolve.moving')} onClick={move}>
              {t('dissolve.move', { count: steps.length })}
            </Button>
          )}
          {steps.length === 0 && (
            <Button
              tone="danger"
              disabled={!isDay}
              isBusy={close.isPending}
              busyText={t('shell:act.saving')}
              onClick={() => close.mutate({ params: { id: unit.id }, body: { to: on, version: newest.version } })}
            >
              {t('dissolve.submit')}
            </Button>
          )}
        </>
      }
    >
      <div className="directory-form">
        <DateInput
          label={t('dissolve.on')}
          hint={t('dissolve.onHint')}
          value={on}
          onValueChange={setOn}
          spoken={spokenDay(on)}
          min={today}
          required
        />
        {steps.length > 0 && (
          <>
            <p>{t('dissolve.first', { count: steps.length })}</p>
            <Combobox
              label={t('dissolve.target')}
              hint={t('dissolve.targetHint')}
              options={others.map((one) => ({ value: one.id, label: one.name, sub: one.code }))}
              value={target}
              onValueChange={setTarget}
              error={isMissing && needsTarget && target === null ? t('dissolve.targetMissing') : null}
              isWide
            />
            <MergeSteps steps={steps} leaving={leaving} onLeavingChange={setLeaving} isBusy={merge.isBusy} />
          </>
        )}
        {steps.length === 0 && <p>{t('dissolve.ready')}</p>}
        <FailureNotice failure={merge.failure ?? close.error} />
      </div>
    </Dialog>
  );
}
