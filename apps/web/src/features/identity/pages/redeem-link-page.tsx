import { redeemLink } from '@makaverse/contract/identity-session';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useAddressValue, useGo } from '#lib/navigate.ts';
import { DoorPage } from '../components/door-page.tsx';
import { NewPassword } from '../components/new-password.tsx';

const askAgain = `${pageOf.signIn()}?lupa=ya`;

/** The page a mailed link opens: choose a password, and be inside. */
export function RedeemLinkPage(): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const go = useGo();
  const [token] = useAddressValue('token');
  const [password, setPassword] = useState('');
  const redeem = useAct(redeemLink, { onDone: () => go(pageOf.today(), { replace: true }) });
  const again = <ButtonLink href={askAgain}>{t('redeem.again')}</ButtonLink>;
  if (token === null || token === '')
    return (
      <DoorPage title={t('redeem.none')} sub={t('redeem.noneRemedy')}>
        {again}
      </DoorPage>
    );
  return (
    <DoorPage title={t('redeem.title')} sub={t('redeem.sub')}>
      <form
        className="identity-door-form"
        onSubmit={(event) => {
          event.preventDefault();
          redeem.mutate({ body: { token, password } });
        }}
      >
        <NewPassword value={password} onValueChange={setPassword} />
        <FailureNotice failure={redeem.error} />
        <Button type="submit" tone="primary" isBusy={redeem.isPending} busyText={t('shell:act.saving')}>
          {t('redeem.submit')}
        </Button>
        {redeem.error && again}
      </form>
    </DoorPage>
  );
}
