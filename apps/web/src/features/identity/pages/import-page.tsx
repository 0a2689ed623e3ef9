import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Bringing in units and people from a file. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.imports')} />;
}
