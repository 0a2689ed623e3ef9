import { setUp } from '@makaverse/contract/identity-session';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useGo } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';
import { DoorPage } from '../components/door-page.tsx';
import { NewPassword } from '../components/new-password.tsx';

/** The first administrator of an empty installation; he goes on to bringing in units and people. */
export function SetUpPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { needsSetup } = useSession();
  // Once sent, the page stays until it is left, although nothing needs to be set up any more.
  const [isSent, setSent] = useState(false);
  if (!needsSetup && !isSent)
    return (
      <DoorPage title={t('setUp.done')} sub={t('setUp.doneSub')}>
        <ButtonLink href={pageOf.signIn()} tone="primary">
          {t('setUp.toSignIn')}
        </ButtonLink>
      </DoorPage>
    );
  return (
    <DoorPage title={t('setUp.title')} sub={t('setUp.sub')}>
      <SetUpForm onSend={() => setSent(true)} />
    </DoorPage>
  );
}

function SetUpForm({ onSend }: { readonly onSend: () => void }): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const go = useGo();
  const [code, setCode] = useState('');
  const [cityName, setCityName] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const found = useAct(setUp, { onDone: () => go(pageOf.imports(), { replace: true }) });
  return (
    <form
      className="identity-door-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
        found.mutate({ body: { code, cityName, name, email, password } });
      }}
    >
      <TextInput
        label={t('setUp.code')}
        hint={t('setUp.codeHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={60}
        value={code}
        onValueChange={setCode}
      />
      <TextInput label={t('setUp.city')} hint={t('setUp.cityHint')} required maxLength={200} value={cityName} onValueChange={setCityName} />
      <TextInput label={t('setUp.name')} autoComplete="name" required maxLength={200} value={name} onValueChange={setName} />
      <TextInput label={t('email')} type="email" autoComplete="username" required maxLength={254} value={email} onValueChange={setEmail} />
      <NewPassword value={password} onValueChange={setPassword} />
      <FailureNotice failure={found.error} />
      <Button type="submit" tone="primary" isBusy={found.isPending} busyText={t('shell:act.saving')}>
        {t('setUp.submit')}
      </Button>
    </form>
  );
}
