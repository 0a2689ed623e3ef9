import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Who works where. */
export function DirectoryPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.directory')} />;
}
