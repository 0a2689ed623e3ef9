import { ProblemError } from '@makaverse/client/call';
import type { MeetingDetail } from '@makaverse/contract/meetings';
import { closeMeeting, readGaps } from '@makaverse/contract/meetings-room';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** Closes the meeting. A refusal names every gap with the place to mend it, and the list shrinks by itself as they are mended. */
export function ChairClose({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const [isAsking, setIsAsking] = useState(false);
  const [wasRefused, setWasRefused] = useState(false);
  const params = { id: meeting.id };
  const gaps = useRead(readGaps, { params }, { topics: [`meeting:${meeting.id}`], isEnabled: wasRefused });
  const close = useAct(closeMeeting, { onDone: () => setIsAsking(false) });
  const isAboutGaps = close.error instanceof ProblemError && (close.error.problem.gaps?.length ?? 0) > 0;
  const send = (): void =>
    close.mutate(
      { params, body: { version: meeting.version } },
      {
        onError: (error) => {
          setIsAsking(false);
          setWasRefused(error instanceof ProblemError && (error.problem.gaps?.length ?? 0) > 0);
          void gaps.refetch();
        },
      },
    );
  // Until they are read anew, the gaps are those the refusal named.
  const named = isAboutGaps ? (close.error as ProblemError).problem.gaps! : [];
  const open = gaps.data?.gaps ?? named.map((gap) => ({ ...gap, directiveNumber: '' }));
  return (
    <>
      {wasRefused && open.length > 0 && (
        <Notice tone="late" isUrgent title={t('chair.cannotClose', { count: open.length })}>
          <ul className="chair-gaps">
            {open.map((gap) => (
              <li key={gap.href + gap.code + gap.text}>
                {gap.directiveNumber && <span className="chair-gap-number">{gap.directiveNumber}</span>}{' '}
                <Link href={gap.href}>{gap.text}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {wasRefused && gaps.data?.gaps.length === 0 && <Notice tone="good">{t('chair.nowWhole')}</Notice>}
      {!isAboutGaps && <FailureNotice failure={close.error} />}
      <Button className="chair-close" onClick={() => setIsAsking(true)}>
        {t('chair.close')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={send}
        title={t('chair.closeTitle')}
        confirmText={t('chair.close')}
        isBusy={close.isPending}
        busyText={t('chair.closing')}
      >
        <p>
          {meeting.incompleteDirectives > 0
            ? t('chair.closeGaps', { count: meeting.incompleteDirectives })
            : t('chair.closeWords', { count: meeting.directives })}
        </p>
      </ConfirmDialog>
    </>
  );
}
