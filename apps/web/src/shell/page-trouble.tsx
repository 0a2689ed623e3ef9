import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { ErrorState } from '@makaverse/ui/error-state';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** There is no page at this address. */
export function PageMissing(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <main id="content">
      <ErrorState
        title={t('missing.title')}
        remedy={t('missing.remedy')}
        action={<ButtonLink href={pageOf.today()}>{t('missing.home')}</ButtonLink>}
      />
    </main>
  );
}

/** The page itself failed; what was typed in drafts is kept on the device. */
export function PageBroken(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <main id="content">
      <ErrorState
        title={t('broken.title')}
        safe={t('broken.safe')}
        remedy={t('broken.remedy')}
        action={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
      />
    </main>
  );
}
