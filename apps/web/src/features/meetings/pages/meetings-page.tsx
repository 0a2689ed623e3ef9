import { addressOf } from '@makaverse/client/call';
import { exportMeetings, listMeetings, type Meeting } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { ButtonLink } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading } from '@makaverse/ui/page-heading';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '#lib/moments.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useCan, useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';

/** Meetings that were and that come. */
export function MeetingsPage(): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const { now } = useSession();
  const mayCall = useCan('call-meeting');
  const reading = usePages(listMeetings, { query: {} }, (reply) => reply.items);
  const columns: readonly Column<Meeting>[] = [
    { key: 'title', heading: t('list.meeting'), value: (row) => row.title, width: '34%' },
    { key: 'when', heading: t('list.when'), value: (row) => row.startsAt, cell: (row) => momentInWords(row.startsAt) },
    { key: 'place', heading: t('list.place'), value: (row) => row.place, isWideOnly: true },
    {
      key: 'state',
      heading: t('list.state'),
      value: (row) => t(`state.${row.state}`),
      cell: (row) => <Badge tone={row.state === 'running' ? 'primary' : 'neutral'}>{t(`state.${row.state}`)}</Badge>,
    },
    { key: 'directives', heading: t('list.directives'), value: (row) => row.directives, isNumeric: true },
    { key: 'minutes', heading: t('list.minutes'), value: (row) => t(`minutesState.${row.minutesState}`) },
  ];
  return (
    <Shown reading={reading} skeleton={<SkeletonTable columns={6} rows={6} />}>
      {(rows) => {
        const next = rows
          .filter((row) => row.state !== 'closed' && row.state !== 'cancelled' && row.endsAt > now)
          .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0];
        return (
          <>
            <PageHeading
              title={next ? t('list.next', { title: next.title, when: momentInWords(next.startsAt) }) : t('list.noNext')}
              actions={
                <>
                  <ButtonLink href={addressOf(exportMeetings)}>{t('shell:ui.downloadCsv')}</ButtonLink>
                  {mayCall && (
                    <ButtonLink href={pageOf.newMeeting()} tone="primary">
                      {t('list.new')}
                    </ButtonLink>
                  )}
                </>
              }
            />
            <DataTable
              caption={t('list.caption')}
              isCaptionHidden
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => pageOf.meeting(row.id)}
              empty={
                <EmptyState
                  title={t('list.empty')}
                  action={mayCall && <ButtonLink href={pageOf.newMeeting()}>{t('list.new')}</ButtonLink>}
                />
              }
            />
            <MoreButton more={reading.more} />
          </>
        );
      }}
    </Shown>
  );
}
