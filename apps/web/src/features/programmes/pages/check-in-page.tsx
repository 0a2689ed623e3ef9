import { readCheckInForm, readCheckInLink } from '@makaverse/contract/programmes-check-in';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { ReportForm } from '../components/check-in/report-form.tsx';
import { useKeptForm } from '../components/check-in/use-kept-form.ts';

/** Reporting on one's part of a programme, signed in. */
export function CheckInPage(): ReactNode {
  const programmeId = useId();
  const [unitId] = useAddressValue('unit');
  const personId = useSession().person!.id;
  const args = { params: { id: programmeId }, query: unitId === null ? {} : { unitId } };
  const reading = useKeptForm(`${programmeId}.${unitId ?? ''}.${personId}`, useRead(readCheckInForm, args));
  return (
    <Shown reading={reading}>
      {(form) => <ReportForm form={form} way={{ kind: 'app', programmeId, unitId: form.unit.id, personId }} />}
    </Shown>
  );
}

/** The same through the link of a reminder: nobody signs in, and there is nothing else on the page to go to. */
export function CheckInLinkPage(): ReactNode {
  const { t } = useTranslation('shell');
  const { id: token } = useParams({ strict: false }) as { id: string };
  const reading = useKeptForm(`link.${token}`, useRead(readCheckInLink, { params: { token } }));
  return (
    <div className="check-in-alone">
      <header>{t('name')}</header>
      <main id="content">
        <Shown reading={reading}>{(form) => <ReportForm form={form} way={{ kind: 'link', token }} />}</Shown>
      </main>
    </div>
  );
}
