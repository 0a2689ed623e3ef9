import { readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { readRoom } from '@makaverse/contract/meetings-room';
import { ClockBar } from '@makaverse/ui/clock-bar';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useLiveState } from '#lib/live.ts';
import { momentInWords, timeOfDay } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { useNowMs } from '../components/use-now.ts';
import { useWallScreen } from '#lib/use-wall-screen.ts';
import { clockAt } from '../model/meeting-clock.ts';
import '../components/room.css';

/** The wall of the room: what is discussed, by whom, the clock, the last three directives. Twelve lines at most, nothing to press. */
export function RoomScreenPage(): ReactNode {
  const id = useId();
  const topic = `meeting:${id}`;
  const room = useRead(readRoom, { params: { id } }, { topics: [topic] });
  const currentId = room.data?.current?.id ?? null;
  // Hundreds of walls read again at every change: the meeting itself only while nothing is discussed, for then it may open or close.
  const meeting = useRead(readMeeting, { params: { id } }, { topics: currentId === null ? [topic] : [] });
  const { refetch } = meeting;
  useEffect(() => {
    if (currentId === null) void refetch();
  }, [currentId, refetch]);
  const isFull = useWallScreen();
  return (
    <main className="room" data-scale="room">
      <Shown reading={meeting}>
        {(data) =>
          data.state === 'running' ? (
            <Shown reading={room}>
              {(reading) => (
                <Wall
                  room={reading}
                  hasAgenda={data.agenda.length > 0}
                  readAtMs={room.dataUpdatedAt}
                  hasFailed={room.isError}
                  isFull={isFull}
                />
              )}
            </Shown>
          ) : (
            <Still meeting={data} />
          )
        }
      </Shown>
    </main>
  );
}

type Room = NonNullable<ReturnType<typeof useRead<typeof readRoom>>['data']>;

function Wall(props: {
  readonly room: Room;
  readonly hasAgenda: boolean;
  readonly readAtMs: number;
  readonly hasFailed: boolean;
  readonly isFull: boolean;
}): ReactNode {
  const { room, hasAgenda, readAtMs, hasFailed, isFull } = props;
  const { t } = useTranslation('meeting-room');
  const clock = clockAt(room, readAtMs, useNowMs());
  const isLost = useLiveState() === 'lost' || hasFailed;
  const { current, next } = room;
  const lastThree = room.directives.toSorted((a, b) => Date.parse(b.spokenAt) - Date.parse(a.spokenAt)).slice(0, 3);
  return (
    <>
      <header className="room-head">
        <h1>{current ? current.title : next ? t('room.idle', { item: next.title }) : t(hasAgenda ? 'room.allDone' : 'room.idleNone')}</h1>
        {current && (
          <ClockBar
            isBig
            label={current.presenter && current.presenter.name !== current.title ? current.presenter.name : t('room.clock')}
            remainingSeconds={clock.itemSecondsLeft}
            totalSeconds={room.secondsGiven}
            leftText={t('room.left')}
            overText={t('room.over')}
          />
        )}
      </header>
      <section className="room-directives" aria-labelledby="room-directives">
        <h2 id="room-directives">{t(lastThree.length === 0 ? 'room.noDirectives' : 'room.directives')}</h2>
        <ol aria-live="polite">
          {lastThree.map((one) => (
            <li key={one.id}>
              <span className="room-number">{shortNumber(one.number)}</span>
              <p>{one.words}</p>
            </li>
          ))}
        </ol>
      </section>
      <p className="room-foot">
        {isLost ? (
          <strong className="mv-late">{t('room.stale', { when: timeOfDay(room.now) })}</strong>
        ) : (
          <>
            <span>{timeOfDay(clock.now)}</span>
            <span>{t('room.people', { people: room.people, units: room.units, count: room.units })}</span>
          </>
        )}
        {!isFull && (
          <span className="room-key mv-wide-only">
            <kbd className="mv-key">F</kbd> {t('room.fullScreen')}
          </span>
        )}
      </p>
    </>
  );
}

/** Before the meeting is opened and after it was closed. */
function Still({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const isClosed = meeting.state === 'closed';
  return (
    <header className="room-still">
      <p className="room-meeting">{meeting.title}</p>
      <h1>{t(isClosed ? 'room.closed' : 'room.notOpen')}</h1>
      <p>{isClosed ? t('room.thanks', { count: meeting.directives }) : t('room.begins', { when: momentInWords(meeting.startsAt) })}</p>
    </header>
  );
}

/** "ARH/2022/017" is for the file; the room says seventeen. */
function shortNumber(number: string): string {
  return /0*(\d+)\D*$/.exec(number)?.[1] ?? number;
}
