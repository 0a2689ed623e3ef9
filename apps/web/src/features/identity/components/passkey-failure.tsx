import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { DeviceRefused, type PasskeyFailure } from './use-passkey.ts';

/** Why the passkey did not work: the device's own no, or the server's. */
export function PasskeyFailureNotice({ failure }: { readonly failure: PasskeyFailure | null }): ReactNode {
  const { t } = useTranslation('sign-in');
  if (!(failure instanceof DeviceRefused)) return <FailureNotice failure={failure} />;
  return (
    <Notice tone={failure.why === 'failed' ? 'late' : 'information'} isUrgent>
      {t(`passkey.${failure.why}`)}
    </Notice>
  );
}
