import { checkInSelf, checkOut } from '@makaverse/contract/meetings-room';
import { Button } from '@makaverse/ui/button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { timeOfDay } from '#lib/moments.ts';
import type { Attendee } from '../model/attendance-list.ts';

/** "I am here", for whoever sits alone; then since when, and the way out. */
export function HadirSelf({ meetingId, mine }: { readonly meetingId: string; readonly mine: Attendee | null }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const come = useAct(checkInSelf);
  const leave = useAct(checkOut);
  const isHere = mine !== null && mine.leftAt === null;
  return (
    <div className="hadir-self">
      {mine && (
        <p role="status">
          {isHere ? t('attend.selfSince', { when: timeOfDay(mine.cameAt) }) : t('attend.selfLeft', { when: timeOfDay(mine.leftAt!) })}
        </p>
      )}
      {isHere ? (
        <Button isBusy={leave.isPending} onClick={() => leave.mutate({ params: { id: meetingId, attendeeId: mine.id } })}>
          {t('attend.leaveSelf')}
        </Button>
      ) : (
        <Button
          tone="primary"
          className="hadir-come"
          isBusy={come.isPending}
          busyText={t('attend.selfBusy')}
          onClick={() => come.mutate({ params: { id: meetingId } })}
        >
          {t('attend.self')}
        </Button>
      )}
      <FailureNotice failure={come.error ?? leave.error} />
    </div>
  );
}
