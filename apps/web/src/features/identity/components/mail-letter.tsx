import { readMail } from '@makaverse/contract/system';
import { Button } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { Shown } from '#lib/shown.tsx';
import { letterParts } from '../model/letter-parts.ts';

/** One letter as it was written, its addresses as links, and the calendar file that went with it. */
export function MailLetter({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('sign-in');
  const reading = useRead(readMail, { params: { id } });
  return (
    <Shown reading={reading}>
      {({ text, calendar }) => (
        <section className="mailbox-letter" aria-label={t('mailbox.letter')}>
          <p>
            {letterParts(text, location.origin).map((part, index) =>
              part.href === null ? (
                part.text
              ) : (
                <Link key={String(index)} href={part.href}>
                  {part.text}
                </Link>
              ),
            )}
          </p>
          {calendar !== null && <Button onClick={() => saveCalendar(calendar)}>{t('mailbox.calendar')}</Button>}
        </section>
      )}
    </Shown>
  );
}

function saveCalendar(calendar: string): void {
  const address = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'undangan.ics';
  link.click();
  URL.revokeObjectURL(address);
}
