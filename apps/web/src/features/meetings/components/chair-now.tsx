import type { AgendaItem } from '@makaverse/contract/meetings';
import { moveToItem, type readRoom } from '@makaverse/contract/meetings-room';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { Button } from '@makaverse/ui/button';
import { ClockBar } from '@makaverse/ui/clock-bar';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import type { MeetingClock } from '../model/meeting-clock.ts';

/** The item under way with its clock, the one after it, and the one big button that moves on. */
export function ChairNow(props: {
  readonly meetingId: string;
  readonly room: ReplyOf<typeof readRoom>;
  readonly clock: MeetingClock;
  readonly mayRun: boolean;
}): ReactNode {
  const { meetingId, room, clock, mayRun } = props;
  const { t } = useTranslation('meeting-room');
  const { current, next } = room;
  const move = useAct(moveToItem);
  const go = (itemId: string | null): void => move.mutate({ params: { id: meetingId }, body: { itemId } });
  return (
    <section className="chair-now" aria-label={t('chair.agenda')}>
      {current && (
        <ClockBar
          isBig
          label={t('chair.itemClock')}
          remainingSeconds={clock.itemSecondsLeft}
          totalSeconds={room.secondsGiven}
          leftText={t('chair.left')}
          overText={t('chair.over')}
        />
      )}
      <p className={clock.minutesShort > 0 ? 'chair-balance chair-balance-short' : 'chair-balance'}>
        {clock.minutesLeft >= 0
          ? t('chair.meetingLeft', { count: clock.minutesLeft })
          : t('chair.meetingOver', { count: -clock.minutesLeft })}
        {'; '}
        {clock.minutesShort > 0
          ? t('chair.short', { count: clock.minutesShort })
          : clock.minutesShort < 0
            ? t('chair.spare', { count: -clock.minutesShort })
            : t('chair.exact')}
      </p>
      {current?.slot && <Slot slot={current.slot} />}
      <div className="chair-next">
        <div>
          <p className="mv-kicker">{t('chair.next')}</p>
          <p className="chair-next-title">{next ? next.title : t('chair.nextNone')}</p>
          {next && (
            <p className="mv-muted">
              {[
                next.presenter && next.presenter.name !== next.title ? next.presenter.name : '',
                t('chair.minutesOf', { count: next.minutes }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
        {mayRun && (next || current) && (
          <Button
            tone="primary"
            className="chair-move"
            isBusy={move.isPending}
            busyText={t('chair.moving')}
            onClick={() => go(next?.id ?? null)}
          >
            {next ? t(current ? 'chair.move' : 'chair.begin', { item: next.title }) : t('chair.finish')}
          </Button>
        )}
      </div>
      <FailureNotice failure={move.error} />
    </section>
  );
}

/** What the presenting unit wrote beforehand: under the clock, so that the chair can follow and cut short. */
function Slot({ slot }: { readonly slot: NonNullable<AgendaItem['slot']> }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const parts = (['issue', 'solution', 'innovation'] as const).filter((part) => slot[part] !== '');
  if (parts.length === 0) return null;
  return (
    <dl className="chair-slot">
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`chair.slot.${part}`)}</dt>
          <dd>{slot[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
