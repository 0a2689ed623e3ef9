import { requestLink } from '@makaverse/contract/identity-session';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useSession } from '#lib/session.tsx';

/** Asks for a link by mail; the answer is the same whether the address is known or not. */
export function ForgottenForm({ backHref }: { readonly backHref: string }): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const { demo } = useSession();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useAct(requestLink, { onDone: () => setSentTo(email) });
  return (
    <form
      className="identity-door-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ body: { email } });
      }}
    >
      <TextInput label={t('email')} type="email" autoComplete="username" required maxLength={254} value={email} onValueChange={setEmail} />
      <FailureNotice failure={ask.error} />
      {sentTo !== null && (
        <Notice tone="good" isUrgent title={t('forgotten.sentTitle')}>
          {t('forgotten.sent', { email: sentTo })} {demo && t('forgotten.demo')}
        </Notice>
      )}
      <Button type="submit" tone="primary" isBusy={ask.isPending} busyText={t('shell:act.sending')}>
        {t('forgotten.submit')}
      </Button>
      <p>
        <ButtonLink tone="link" href={backHref}>
          {t('forgotten.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
