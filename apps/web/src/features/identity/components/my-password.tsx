import { readPerson } from '@makaverse/contract/identity-directory';
import { changePassword, requestLink } from '@makaverse/contract/identity-session';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { TextInput } from '@makaverse/ui/text-input';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useSession } from '#lib/session.tsx';
import { FormDialog } from './form-dialog.tsx';
import { NewPassword } from './new-password.tsx';

/** Changing the password, or having a link sent by who has none. */
export function MyPassword(): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const { person } = useSession();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const mine = useRead(readPerson, { params: { id: person!.id } });
  const email = mine.data?.email ?? null;
  const link = useAct(requestLink, { onDone: () => toast({ title: t('account.signIn.linkSent'), tone: 'good' }) });
  return (
    <Section title={t('account.signIn.title')} sub={t('account.signIn.sub')}>
      <p>
        <Button onClick={() => setIsOpen(true)}>{t('account.signIn.open')}</Button>
      </p>
      {email !== null && (
        <p>
          {t('account.signIn.none')}{' '}
          <Button tone="link" isBusy={link.isPending} busyText={t('shell:act.sending')} onClick={() => link.mutate({ body: { email } })}>
            {t('account.signIn.link')}
          </Button>
        </p>
      )}
      <FailureNotice failure={link.error} />
      {isOpen && <ChangePassword onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

function ChangePassword({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAct(changePassword, {
    onDone: () => {
      toast({ title: t('account.signIn.done'), detail: t('account.signIn.doneDetail'), tone: 'good' });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('account.signIn.open')}
      submitText={t('account.signIn.submit')}
      isBusy={change.isPending}
      failure={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate({ body: { current, next } })}
    >
      <TextInput
        label={t('account.signIn.current')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        value={current}
        onValueChange={setCurrent}
      />
      <NewPassword value={next} onValueChange={setNext} />
    </FormDialog>
  );
}
