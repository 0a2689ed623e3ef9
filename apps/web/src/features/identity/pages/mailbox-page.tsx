import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the demo sent. */
export function MailboxPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.mailbox')} />;
}
