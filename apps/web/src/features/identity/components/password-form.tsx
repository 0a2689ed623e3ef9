import { signIn } from '@makaverse/contract/identity-session';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** Signing in with e-mail and password. */
export function PasswordForm(props: {
  readonly onIn: () => void;
  readonly forgottenHref: string;
  /** Where another way of signing in is the first one, this button is quiet. */
  readonly isQuiet?: boolean;
}): ReactNode {
  const { t } = useTranslation('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useAct(signIn, { onDone: props.onIn });
  return (
    <form
      className="identity-door-form"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate({ body: { email, password } });
      }}
    >
      <TextInput label={t('email')} type="email" autoComplete="username" required maxLength={254} value={email} onValueChange={setEmail} />
      <TextInput
        label={t('password')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        value={password}
        onValueChange={setPassword}
      />
      <FailureNotice failure={enter.error} />
      <Button type="submit" tone={props.isQuiet ? 'quiet' : 'primary'} isBusy={enter.isPending} busyText={t('passwordForm.busy')}>
        {t('passwordForm.submit')}
      </Button>
      <p>
        <ButtonLink tone="link" href={props.forgottenHref}>
          {t('passwordForm.forgotten')}
        </ButtonLink>
      </p>
    </form>
  );
}
