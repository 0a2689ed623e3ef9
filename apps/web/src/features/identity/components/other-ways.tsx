import { addressOf } from '@makaverse/client/call';
import { oidcStart } from '@makaverse/contract/identity-session';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#lib/session.tsx';
import { PasskeyFailureNotice } from './passkey-failure.tsx';
import { usePasskeyPlace, usePasskeySignIn } from './use-passkey.ts';

/** The city's own sign-in and passkeys, where this installation has them and this device can use them. */
export function OtherWays({ onIn, isLast }: { readonly onIn: () => void; readonly isLast?: boolean }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { hasOidc } = useSession();
  const hasPasskeys = usePasskeyPlace() === 'usable';
  const enter = usePasskeySignIn(onIn);
  if (!hasOidc && !hasPasskeys) return null;
  const or = <p className="identity-door-or">{t('other.or')}</p>;
  return (
    <div className="identity-door-ways">
      {isLast && or}
      {hasOidc && (
        <ButtonLink href={addressOf(oidcStart)} tone={isLast ? 'quiet' : 'primary'}>
          {t('other.oidc')}
        </ButtonLink>
      )}
      {hasPasskeys && (
        <Button
          icon={<KeyRound size={18} aria-hidden />}
          isBusy={enter.isPending}
          busyText={t('other.passkeyBusy')}
          onClick={() => enter.mutate()}
        >
          {t('other.passkey')}
        </Button>
      )}
      <PasskeyFailureNotice failure={enter.error} />
      {!isLast && or}
    </div>
  );
}
