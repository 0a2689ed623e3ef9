import { readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { readAttendance } from '@makaverse/contract/meetings-room';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useTopics } from '#lib/live.ts';
import { momentInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { HadirRoom } from '../components/hadir-room.tsx';
import { HadirSelf } from '../components/hadir-self.tsx';
import { HadirTable } from '../components/hadir-table.tsx';
import { presenceByUnit, unitsToCheckIn, type Attendance } from '../model/attendance-list.ts';
import '../components/hadir.css';

/** Who is here: a room comes in with its names, one comes in alone, and the list stands for everybody, on paper too. */
export function AttendancePage(): ReactNode {
  const id = useId();
  const topic = `meeting:${id}`;
  const attendance = useRead(readAttendance, { params: { id } }, { topics: [topic] });
  // Hundreds of rooms follow this list; the meeting itself matters to them again only when it opens.
  const meeting = useRead(readMeeting, { params: { id } });
  const isRunning = meeting.data?.state === 'running';
  useTopics(isRunning ? [] : [topic], () => void meeting.refetch());
  return (
    <Shown reading={meeting}>
      {(data) => <Shown reading={attendance}>{(list) => <AttendanceView meeting={data} list={list} />}</Shown>}
    </Shown>
  );
}

function AttendanceView({ meeting, list }: { readonly meeting: MeetingDetail; readonly list: Attendance }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const { person, holdings } = useSession();
  const { id, mayDo } = meeting;
  const ownUnits = holdings.map((holding) => holding.unit);
  const ownIds = ownUnits.map((unit) => unit.id);
  const isClerk = mayDo.includes('clerk');
  const mine = list.items.filter((one) => one.person?.id === person!.id);
  const units = presenceByUnit(list.items, ownIds);
  const mayCheckIn = mayDo.includes('check-in');
  const rooms = unitsToCheckIn({ invited: meeting.invited, own: ownUnits, isClerk });
  const absent = list.absentUnits.length;
  return (
    <>
      <div className="mv-print-only hadir-print-head">
        <p className="hadir-print-title">{t('attend.printTitle')}</p>
        <p>{meeting.title}</p>
        <p>{momentInWords(meeting.startsAt)}</p>
        <p>{meeting.place && t('attend.printPlace', { place: meeting.place })}</p>
      </div>
      <div className="mv-no-print">
        <PageHeading
          kicker={t('attend.kicker', { meeting: meeting.title })}
          title={list.people === 0 ? t('attend.headingNone') : t('attend.heading', { people: list.people, units: list.units })}
          sub={absent === 0 ? t('attend.allHere') : t('attend.absent', { count: absent })}
          actions={
            <>
              <Button onClick={() => print()}>{t('attend.print')}</Button>
              <ButtonLink href={pageOf.meeting(id)}>{t('toMeeting')}</ButtonLink>
            </>
          }
        />
      </div>
      <div className="hadir-both">
        {mayCheckIn && (
          <div className="hadir-come-in mv-no-print">
            <HadirSelf meetingId={id} mine={mine.find((one) => one.leftAt === null) ?? mine.at(-1) ?? null} />
            {rooms.length > 0 && <HadirRoom meetingId={id} units={rooms} />}
          </div>
        )}
        <div className="hadir-list">
          {!mayCheckIn && meeting.state !== 'running' && (
            <Notice>{t(meeting.state === 'closed' ? 'attend.closed' : 'attend.notOpen')}</Notice>
          )}
          <Section title={t('attend.list')} count={list.people}>
            {units.length === 0 ? (
              <EmptyState title={t('attend.empty')} />
            ) : (
              <HadirTable
                meetingId={id}
                units={units}
                mayCheckOut={(one) => mayCheckIn && (isClerk || ownIds.includes(one.unit.id) || one.person?.id === person!.id)}
              />
            )}
          </Section>
          {absent > 0 && (
            <details className="mv-no-print hadir-absent">
              <summary>
                {t('attend.absentTitle')} <span className="mv-muted">{absent}</span>
              </summary>
              <ul>
                {list.absentUnits.map((unit) => (
                  <li key={unit.id}>{unit.name}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </>
  );
}
