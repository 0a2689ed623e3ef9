import { checkOut } from '@makaverse/contract/meetings-room';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { timeOfDay } from '#lib/moments.ts';
import type { Attendee, UnitPresence } from '../model/attendance-list.ts';

/** The zone stands in the column's heading once, not in every row. */
function hourOf(instant: string): string {
  return timeOfDay(instant).replace(/ WITA$/, '');
}

/** Who is here, by unit, with times; on paper the same table is the daftar hadir with a place to sign. */
export function HadirTable(props: {
  readonly meetingId: string;
  readonly units: readonly UnitPresence[];
  readonly mayCheckOut: (one: Attendee) => boolean;
}): ReactNode {
  const { meetingId, units, mayCheckOut } = props;
  const { t } = useTranslation('meeting-room');
  const leave = useAct(checkOut);
  const before = units.map((_, index) => units.slice(0, index).reduce((sum, unit) => sum + unit.people.length, 0));
  return (
    <>
      <FailureNotice failure={leave.error} />
      <table className="hadir-table">
        <caption className="mv-visually-hidden">{t('attend.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="hadir-number">
              {t('attend.number')}
            </th>
            <th scope="col">{t('attend.name')}</th>
            <th scope="col" className="hadir-time">
              {t('attend.came')}
            </th>
            <th scope="col" className="hadir-time">
              {t('attend.left')}
            </th>
            <th scope="col" className="mv-print-only hadir-signature">
              {t('attend.signature')}
            </th>
          </tr>
        </thead>
        {units.map(({ unit, people, present }, position) => (
          <tbody key={unit.id}>
            <tr className="hadir-unit">
              <th scope="rowgroup" colSpan={5}>
                {unit.name} <span className="hadir-count">{t('attend.present', { count: present })}</span>
              </th>
            </tr>
            {people.map((one, index) => (
              <tr key={one.id}>
                <td className="hadir-number">{before[position]! + index + 1}</td>
                <th scope="row" className="hadir-name">
                  {one.person ? <Link href={pageOf.person(one.person.id)}>{one.name}</Link> : one.name}
                  <span className="hadir-title">{one.person ? one.person.title : t('attend.guest')}</span>
                </th>
                <td className="hadir-time">
                  <time dateTime={one.cameAt}>{hourOf(one.cameAt)}</time>
                </td>
                <td className="hadir-time">
                  {one.leftAt ? (
                    <time dateTime={one.leftAt}>{hourOf(one.leftAt)}</time>
                  ) : (
                    mayCheckOut(one) && (
                      <Button
                        isSmall
                        className="mv-no-print"
                        aria-label={t('attend.leaveThis', { name: one.name })}
                        disabled={leave.isPending}
                        onClick={() => leave.mutate({ params: { id: meetingId, attendeeId: one.id } })}
                      >
                        {t('attend.leave')}
                      </Button>
                    )
                  )}
                </td>
                <td className="mv-print-only hadir-signature">{before[position]! + index + 1}. …………………</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
