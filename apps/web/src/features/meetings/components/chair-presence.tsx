import { readAttendance, type readRoom } from '@makaverse/contract/meetings-room';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { pageOf } from '@makaverse/contract/pages';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { Shown } from '#lib/shown.tsx';

/** How many are here; the units that are not yet, read only once somebody wants to know. */
export function ChairPresence({ meetingId, room }: { readonly meetingId: string; readonly room: ReplyOf<typeof readRoom> }): ReactNode {
  const { t } = useTranslation('meeting-room');
  const [isOpen, setIsOpen] = useState(false);
  const reading = useRead(
    readAttendance,
    { params: { id: meetingId } },
    { isEnabled: isOpen, topics: isOpen ? [`meeting:${meetingId}`] : [] },
  );
  return (
    <Section title={t('chair.here')} actions={<Link href={pageOf.attendance(meetingId)}>{t('chair.attendance')}</Link>}>
      <p className="chair-here">
        <strong>{t('chair.people', { count: room.people })}</strong> {t('chair.unitsOf', { count: room.units, invited: room.invitedUnits })}
      </p>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="chair-fold">{t('chair.whoIsAbsent')}</summary>
        {isOpen && (
          <Shown reading={reading}>
            {({ absentUnits }) =>
              absentUnits.length === 0 ? (
                <p>{t('chair.noneAbsent')}</p>
              ) : (
                <>
                  <p>{t('chair.absent', { count: absentUnits.length })}</p>
                  <ul className="chair-absent">
                    {absentUnits.map((unit) => (
                      <li key={unit.id}>{unit.shortName}</li>
                    ))}
                  </ul>
                </>
              )
            }
          </Shown>
        )}
      </details>
    </Section>
  );
}
