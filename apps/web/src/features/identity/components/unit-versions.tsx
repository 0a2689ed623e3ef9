import type { UnitDetail } from '@makaverse/contract/identity-directory';
import { Timeline, type TimelineStep } from '@makaverse/ui/timeline';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { periodInWords } from './period.ts';

/** What a unit was called, when; the newest first. */
export function UnitVersions({ unit, today }: { readonly unit: UnitDetail; readonly today: string }): ReactNode {
  const { t } = useTranslation('directory');
  const names = [...unit.formerNames, { name: unit.name, from: unit.validFrom, to: unit.validTo }].toReversed();
  const steps = names.map((one): TimelineStep => {
    const isOver = one.to !== null && one.to <= today;
    const state = one.from > today ? 'waiting' : isOver ? 'done' : 'current';
    return {
      id: one.from,
      title: one.name,
      dateTime: one.from,
      when: periodInWords(t, one),
      state,
      stateWord: t(`versions.state.${state}`),
    };
  });
  return <Timeline label={t('versions.title')} steps={steps} />;
}
