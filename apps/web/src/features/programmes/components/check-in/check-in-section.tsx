import type { Programme } from '@makaverse/contract/programmes';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#lib/session.tsx';
import { CheckInList } from './check-in-list.tsx';

/** The reports of a programme, and the way to report for who is in charge of a part of it. */
export function CheckInSection({ programme }: { readonly programme: Programme }): ReactNode {
  const { t } = useTranslation('check-in');
  const personId = useSession().person?.id;
  const mine = programme.units.filter((unit) => unit.pic !== null && unit.pic.id === personId);
  return (
    <Section
      title={t('list.title')}
      level={3}
      actions={mine.map((unit) => (
        <ButtonLink key={unit.id} href={pageOf.checkIn(programme.id, unit.id)} tone="primary" isSmall>
          {t('list.report')}
        </ButtonLink>
      ))}
    >
      <CheckInList programmeId={programme.id} />
    </Section>
  );
}
