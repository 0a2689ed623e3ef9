import { addressOf } from '@makaverse/client/call';
import { readMeeting, readMeetingCalendar, type MeetingDetail } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { ButtonLink } from '@makaverse/ui/button';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import { PersonLine } from '@makaverse/ui/person-line';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { momentInWords, timeOfDay } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { AgendaOutline } from '../components/agenda-outline.tsx';
import { MeetingMoves } from '../components/meeting-moves.tsx';
import '../components/meetings.css';

/** One meeting: when, where, who, what about; and the doors into its room, its minutes and its refresh. */
export function MeetingPage(): ReactNode {
  const id = useId();
  const reading = useRead(readMeeting, { params: { id } }, { topics: [`meeting:${id}`] });
  return <Shown reading={reading}>{(meeting) => <MeetingView meeting={meeting} />}</Shown>;
}

function MeetingView({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const { id } = meeting;
  const groups = meeting.groups.map((group) => t(`shell:group.${group}`)).join(', ');
  return (
    <>
      <PageHeading
        kicker={`${t(`kind.${meeting.kind}`)}`}
        title={meeting.title}
        sub={
          <>
            {t('page.span', { from: momentInWords(meeting.startsAt), to: timeOfDay(meeting.endsAt) })}{' '}
            <Badge tone={meeting.state === 'running' ? 'primary' : 'neutral'}>{t(`state.${meeting.state}`)}</Badge>
          </>
        }
      />
      <nav className="app-buttons" aria-label={t('page.doors')}>
        {meeting.state === 'running' && (
          <>
            {meeting.mayDo.includes('run') && (
              <ButtonLink href={pageOf.chair(id)} tone="primary">
                {t('page.chair')}
              </ButtonLink>
            )}
            {meeting.mayDo.includes('clerk') && (
              <ButtonLink href={pageOf.clerk(id)} tone={meeting.mayDo.includes('run') ? 'quiet' : 'primary'}>
                {t('page.clerk')}
              </ButtonLink>
            )}
            <ButtonLink href={pageOf.roomScreen(id)}>{t('page.screen')}</ButtonLink>
          </>
        )}
        {(meeting.state === 'running' || meeting.state === 'closed') && (
          <ButtonLink href={pageOf.attendance(id)}>{t('page.attendance')}</ButtonLink>
        )}
        {meeting.state === 'closed' && <ButtonLink href={pageOf.minutes(id)}>{t('page.minutes')}</ButtonLink>}
        {meeting.refreshOf && <ButtonLink href={pageOf.refresh(id)}>{t('page.refresh')}</ButtonLink>}
        <ButtonLink href={addressOf(readMeetingCalendar, { params: { id } })}>{t('page.calendar')}</ButtonLink>
      </nav>
      <MeetingMoves meeting={meeting} />
      <KeyValueList
        items={[
          { key: 'place', label: t('form.place'), value: meeting.place || null, missingText: t('page.noPlace') },
          ...(meeting.link ? [{ key: 'link', label: t('form.link'), value: <Link href={meeting.link}>{meeting.link}</Link> }] : []),
          {
            key: 'chair',
            label: t('form.chair'),
            value: <PersonLine name={meeting.chair.name} title={meeting.chair.title} href={pageOf.person(meeting.chair.id)} />,
          },
          {
            key: 'clerks',
            label: t('form.clerks'),
            value: meeting.clerks.map((clerk) => clerk.name).join(', ') || null,
            missingText: t('page.noClerk'),
          },
          {
            key: 'invited',
            label: t('form.invited'),
            value: t('page.invited', { groups: groups || t('page.named'), count: meeting.invitedUnits }),
          },
          ...(meeting.refreshOf
            ? [
                {
                  key: 'of',
                  label: t('page.refreshOf'),
                  value: <Link href={pageOf.meeting(meeting.refreshOf.id)}>{meeting.refreshOf.title}</Link>,
                },
              ]
            : []),
          ...(meeting.cancelReason ? [{ key: 'cancelled', label: t('page.cancelled'), value: meeting.cancelReason }] : []),
          {
            key: 'directives',
            label: t('list.directives'),
            value:
              meeting.directives === 0 ? null : (
                <Link href={`${pageOf.directives()}?rapat=${id}`}>
                  {t('page.directives', {
                    count: meeting.directives,
                    gaps: meeting.incompleteDirectives,
                    ...(meeting.incompleteDirectives === 0 && { context: 'whole' }),
                  })}
                </Link>
              ),
            missingText: t('page.noDirectives'),
          },
        ]}
      />
      <Section
        title={t('agenda.title')}
        count={meeting.agenda.length}
        actions={meeting.mayDo.includes('edit') && <ButtonLink href={pageOf.meetingAgenda(id)}>{t('agenda.edit')}</ButtonLink>}
      >
        <AgendaOutline meeting={meeting} />
      </Section>
    </>
  );
}
