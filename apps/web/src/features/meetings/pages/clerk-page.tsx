import { listDirectives } from '@makaverse/contract/directives';
import { readSession } from '@makaverse/contract/identity-session';
import { readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { useId } from '#lib/page.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { ClerkDesk } from '../components/clerk-desk.tsx';
import { ClerkDirectives } from '../components/clerk-directives.tsx';
import { newLineKey } from '../components/clerk-new.tsx';
import { ClerkNotes } from '../components/clerk-notes.tsx';
import { ClerkOutbox } from '../components/clerk-outbox.tsx';
import { useNowMs } from '../components/use-now.ts';
import { useOutbox } from '../components/use-outbox.ts';
import { withSent } from '../model/desk-walk.ts';
import '../components/clerk.css';

/** The clerk's desk: directives are entered with the keyboard alone while they are spoken. */
export function ClerkPage(): ReactNode {
  const id = useId();
  const reading = useRead(readMeeting, { params: { id } }, { topics: [`meeting:${id}`] });
  return <Shown reading={reading}>{(meeting) => <ClerkView meeting={meeting} />}</Shown>;
}

function ClerkView({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation(['meeting-room', 'shell']);
  const { id } = meeting;
  const topics = [`meeting:${id}`];
  const reading = useRead(listDirectives, { query: { meetingId: id, limit: 200 } }, { topics });
  const { sent } = useOutbox(id);
  const now = useServerNow();
  const mayWrite = meeting.state === 'running' && meeting.mayDo.includes('clerk');
  const current = meeting.agenda.find((item) => item.startedAt !== null && item.endedAt === null) ?? null;
  return (
    <Shown reading={reading}>
      {(list) => {
        const directives = withSent(list.items, sent);
        const standing = directives.filter((one) => one.state !== 'withdrawn');
        const gaps = standing.filter((one) => one.gaps.length > 0).length;
        return (
          <>
            <PageHeading
              kicker={t('clerk.kicker', { meeting: meeting.title })}
              title={standing.length === 0 ? t('clerk.headingNone') : t('clerk.heading', { count: standing.length, gaps })}
              sub={
                current &&
                t('clerk.current', {
                  item: current.title,
                  unit: current.presenter?.name ?? '',
                  context: current.presenter && current.presenter.name !== current.title ? 'unit' : '',
                })
              }
              // Where nothing can be entered, what is said about it ends with this button.
              actions={mayWrite ? <ButtonLink href={pageOf.meeting(id)}>{t('toMeeting')}</ButtonLink> : undefined}
            />
            {mayWrite ? (
              <ClerkDesk meetingId={id} agendaItemId={current?.id ?? null} directives={directives} now={now}>
                <ClerkNotes meetingId={id} agenda={meeting.agenda} current={current} />
              </ClerkDesk>
            ) : (
              <>
                <NotNow meeting={meeting} />
                {directives.length > 0 && (
                  <Section title={t('clerk.tonight')} count={directives.length}>
                    <ClerkDirectives directives={directives} onEdit={null} />
                  </Section>
                )}
              </>
            )}
          </>
        );
      }}
    </Shown>
  );
}

/** Why nothing can be entered; and what was written before and is still on this device. */
function NotNow({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const personId = useSession().person!.id;
  const [unsent] = useDraft(newLineKey(personId, meeting.id), '');
  const { entries, sendingId } = useOutbox(meeting.id);
  const why = meeting.state === 'running' ? 'notClerk' : meeting.state === 'closed' ? 'closed' : 'notOpen';
  return (
    <>
      <EmptyState title={t(`clerk.${why}`)} action={<ButtonLink href={pageOf.meeting(meeting.id)}>{t('toMeeting')}</ButtonLink>}>
        {unsent !== '' && t('clerk.unsent', { line: unsent })}
      </EmptyState>
      <ClerkOutbox entries={entries} sendingId={sendingId} onMend={null} />
    </>
  );
}

/** The server's time now; "besok" is counted from it, and a directive is spoken at it, also after midnight and without network. */
function useServerNow(): string {
  const nowMs = useNowMs(5000);
  const session = useSession();
  const reading = useRead(readSession, {}, { refetchMs: 300_000 });
  return new Date(Date.parse(reading.data?.now ?? session.now) + Math.max(0, nowMs - (reading.dataUpdatedAt || nowMs))).toISOString();
}
