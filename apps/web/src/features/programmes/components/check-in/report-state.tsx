import { Button } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords, timeOfDay } from '#lib/moments.ts';
import type { OutboxEntry } from '#lib/outbox.ts';
import type { Receipt, Report } from '../../model/check-in/report.ts';
import { reportOutbox } from './report-outbox.ts';

/** What became of a report: kept here and waiting, refused and why, or with the server and since when. */
export function ReportState(props: {
  readonly waiting: readonly OutboxEntry<Report>[];
  readonly receipt: Receipt | null;
  readonly isSending: boolean;
  readonly onMend: (entry: OutboxEntry<Report>) => void;
}): ReactNode {
  const { waiting, receipt, isSending, onMend } = props;
  const { t } = useTranslation('check-in');
  return (
    <>
      {waiting.map((entry) =>
        entry.refusal ? (
          <Notice
            key={entry.id}
            tone="late"
            isUrgent
            title={entry.refusal.title}
            action={
              <Button isSmall onClick={() => onMend(entry)}>
                {t('state.mend')}
              </Button>
            }
          >
            {entry.refusal.detail}
          </Notice>
        ) : (
          <Notice
            key={entry.id}
            tone="waiting"
            title={t('state.kept', { when: timeOfDay(entry.keptAt), count: entry.photos.length })}
            action={
              !isSending && (
                <Button isSmall onClick={() => void reportOutbox.wake()}>
                  {t('state.now')}
                </Button>
              )
            }
          >
            {t(isSending ? 'state.sending' : 'state.waiting')}
          </Notice>
        ),
      )}
      {receipt && waiting.length === 0 && (
        <Notice tone="good" title={t('state.sent', { when: momentInWords(receipt.at) })}>
          {t('state.sentPhotos', { count: receipt.photos })}
          {receipt.refusedPhotos > 0 && ` ${t('state.refusedPhotos', { count: receipt.refusedPhotos })}`}
        </Notice>
      )}
    </>
  );
}
