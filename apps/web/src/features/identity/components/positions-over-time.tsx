import type { Holding } from '@makaverse/contract/identity-directory';
import { Link } from '@makaverse/ui/link';
import { Timeline, type TimelineStep } from '@makaverse/ui/timeline';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageOf } from '@makaverse/contract/pages';
import { newestFirst, whenHeld } from '../model/position-time.ts';
import { EndPosition } from './end-position.tsx';
import { periodInWords } from './period.ts';
import { useDay } from './use-day.ts';

const stateOf = { before: 'waiting', now: 'current', over: 'done' } as const;

/** Every position of a person, the newest first; the administrator ends one in its place. */
export function PositionsOverTime({ holdings, canEnd }: { readonly holdings: readonly Holding[]; readonly canEnd: boolean }): ReactNode {
  const { t } = useTranslation('directory');
  const { today } = useDay();
  const steps = holdings.toSorted(newestFirst).map((one): TimelineStep => {
    const when = whenHeld(one, today);
    return {
      id: one.positionId,
      title: (
        <>
          {one.acting && `${t(`acting.${one.acting}`)} `}
          {one.title}
        </>
      ),
      when: periodInWords(t, one),
      dateTime: one.from,
      detail: (
        <>
          <Link href={pageOf.unit(one.unit.id)}>{one.unit.name}</Link>
          {canEnd && when !== 'over' && (
            <div className="app-buttons">
              <EndPosition holding={one} />
            </div>
          )}
        </>
      ),
      state: stateOf[when],
      stateWord: t(`versions.state.${stateOf[when]}`),
    };
  });
  return <Timeline label={t('person.positions')} steps={steps} />;
}
