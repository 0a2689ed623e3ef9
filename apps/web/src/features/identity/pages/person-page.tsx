import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One person and what he holds. */
export function PersonPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.directory')} />;
}
