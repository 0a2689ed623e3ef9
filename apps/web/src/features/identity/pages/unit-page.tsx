import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One unit and its people. */
export function UnitPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.directory')} />;
}
