import { readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { readRoom, startMeeting } from '@makaverse/contract/meetings-room';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { ChairAgenda } from '../components/chair-agenda.tsx';
import { ChairClose } from '../components/chair-close.tsx';
import { ChairDirectives } from '../components/chair-directives.tsx';
import { ChairNow } from '../components/chair-now.tsx';
import { ChairPresence } from '../components/chair-presence.tsx';
import { useNowMs } from '../components/use-now.ts';
import { clockAt } from '../model/meeting-clock.ts';
import '../components/chair.css';

/** The chair's screen: now, next, the clock, what was ordered, who is here; one button moves on, one closes. */
export function ChairPage(): ReactNode {
  const id = useId();
  const reading = useRead(readMeeting, { params: { id } }, { topics: [`meeting:${id}`] });
  return (
    <Shown reading={reading}>
      {(meeting) => (meeting.state === 'running' ? <Running meeting={meeting} /> : <NotRunning meeting={meeting} />)}
    </Shown>
  );
}

function Running({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation(['meeting-room', 'shell']);
  const { id } = meeting;
  const mayRun = meeting.mayDo.includes('run');
  const nowMs = useNowMs();
  const reading = useRead(readRoom, { params: { id } }, { topics: [`meeting:${id}`] });
  return (
    <Shown reading={reading}>
      {(room) => {
        const { current, next } = room;
        return (
          <>
            <PageHeading
              kicker={t('chair.kicker', { meeting: meeting.title })}
              title={current?.title ?? t(next ? 'chair.headingIdle' : isEmpty(meeting) ? 'chair.headingNone' : 'chair.headingAllDone')}
              sub={current?.presenter && current.presenter.name !== current.title ? current.presenter.name : undefined}
              actions={
                <>
                  <ButtonLink href={pageOf.roomScreen(id)}>{t('chair.screen')}</ButtonLink>
                  <ButtonLink href={pageOf.meeting(id)}>{t('toMeeting')}</ButtonLink>
                </>
              }
            />
            <div className="chair-screen">
              <div className="chair-main">
                <ChairNow meetingId={id} room={room} clock={clockAt(room, reading.dataUpdatedAt, nowMs)} mayRun={mayRun} />
                <Section
                  title={t('chair.arriving')}
                  count={meeting.directives}
                  actions={<Link href={`${pageOf.directives()}?rapat=${id}`}>{t('chair.allDirectives')}</Link>}
                >
                  <ChairDirectives directives={room.directives} />
                </Section>
              </div>
              <div className="chair-side">
                <ChairPresence meetingId={id} room={room} />
                <ChairAgenda meetingId={id} agenda={meeting.agenda} currentId={current?.id ?? null} mayRun={mayRun} />
                {meeting.mayDo.includes('close') && <ChairClose meeting={meeting} />}
              </div>
            </div>
          </>
        );
      }}
    </Shown>
  );
}

/** Nothing to speak of stands on the agenda. */
const isEmpty = ({ agenda }: MeetingDetail): boolean => agenda.every((item) => item.kind === 'section');

/** Before the meeting is opened, and after it was closed. */
function NotRunning({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const start = useAct(startMeeting);
  const isClosed = meeting.state === 'closed';
  return (
    <>
      <PageHeading
        kicker={t('chair.kicker', { meeting: meeting.title })}
        title={t(isClosed ? 'chair.closed' : 'chair.notOpen')}
        sub={momentInWords(isClosed && meeting.closedAt ? meeting.closedAt : meeting.startsAt)}
        actions={<ButtonLink href={pageOf.meeting(meeting.id)}>{t('toMeeting')}</ButtonLink>}
      />
      <EmptyState
        title={
          isClosed ? t('chair.closedWords', { count: meeting.directives }) : t(isEmpty(meeting) ? 'chair.emptyWords' : 'chair.notOpenWords')
        }
        action={
          isClosed ? (
            <ButtonLink href={pageOf.minutes(meeting.id)}>{t('chair.minutes')}</ButtonLink>
          ) : (
            meeting.mayDo.includes('start') && (
              <>
                {isEmpty(meeting) && (
                  <ButtonLink
                    tone="primary"
                    href={meeting.kind === 'refresh' ? pageOf.refresh(meeting.id) : pageOf.meetingAgenda(meeting.id)}
                  >
                    {t('chair.fillAgenda')}
                  </ButtonLink>
                )}
                <Button
                  tone={isEmpty(meeting) ? 'quiet' : 'primary'}
                  isBusy={start.isPending}
                  busyText={t('chair.starting')}
                  onClick={() => start.mutate({ params: { id: meeting.id }, body: { version: meeting.version } })}
                >
                  {t('chair.start')}
                </Button>
              </>
            )
          )
        }
      />
      <FailureNotice failure={start.error} />
    </>
  );
}
