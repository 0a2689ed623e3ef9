import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Who are you? */
export function SignInPage(): ReactNode {
  const { t } = useTranslation('shell');
  return <PageHeading title={t('nav.account')} />;
}
