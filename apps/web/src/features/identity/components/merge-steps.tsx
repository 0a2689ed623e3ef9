import { Checkbox } from '@makaverse/ui/checkbox';
import { VisuallyHidden } from '@makaverse/ui/visually-hidden';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeStep } from '../model/merge-plan.ts';

/** What is done before a unit ends, each person's fate to be chosen. */
export function MergeSteps(props: {
  readonly steps: readonly MergeStep[];
  readonly leaving: ReadonlySet<string>;
  readonly onLeavingChange: (leaving: ReadonlySet<string>) => void;
  readonly isBusy: boolean;
}): ReactNode {
  const { t } = useTranslation('directory');
  const choose = (positionId: string, isMoving: boolean): void => {
    const leaving = new Set(props.leaving);
    if (isMoving) leaving.delete(positionId);
    else leaving.add(positionId);
    props.onLeavingChange(leaving);
  };
  return (
    <ol className="directory-steps" aria-label={t('dissolve.steps')}>
      {props.steps.map((step) =>
        step.kind === 'move-unit' ? (
          <li key={step.unit.id}>{t('dissolve.moveUnit', { name: step.unit.name })}</li>
        ) : (
          <li key={step.holding.positionId}>
            <span>
              {t(step.kind === 'move-position' ? 'dissolve.movePosition' : 'dissolve.endPosition', {
                name: step.holding.person.name,
                title: `${step.holding.acting ? `${t(`acting.${step.holding.acting}`)} ` : ''}${step.holding.title}`,
              })}
            </span>
            <Checkbox
              label={
                <>
                  {t('dissolve.goesAlong')}
                  <VisuallyHidden>, {step.holding.person.name}</VisuallyHidden>
                </>
              }
              isChecked={step.kind === 'move-position'}
              onCheckedChange={(isMoving) => choose(step.holding.positionId, isMoving)}
              disabled={props.isBusy}
            />
          </li>
        ),
      )}
    </ol>
  );
}
