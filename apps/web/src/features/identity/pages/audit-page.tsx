import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What was done, by whom, when. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.audit')} />;
}
