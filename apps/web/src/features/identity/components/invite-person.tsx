import type { PersonDetail } from '@makaverse/contract/identity-directory';
import { invitePerson } from '@makaverse/contract/identity-session';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** Mails a person the link with which he sets his password; asked once, because it goes out of the house. */
export function InvitePerson({ person }: { readonly person: PersonDetail }): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const invite = useAct(invitePerson, {
    onDone: () => {
      setIsAsking(false);
      toast({ title: t('invite.done', { email: person.email }), tone: 'good' });
    },
  });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('invite.open')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setIsAsking(false);
          invite.reset();
        }}
        onConfirm={() => invite.mutate({ params: { id: person.id } })}
        title={t('invite.title', { name: person.name })}
        confirmText={t('invite.submit')}
        isBusy={invite.isPending}
        busyText={t('shell:act.sending')}
      >
        <p>{t('invite.words', { email: person.email })}</p>
        <FailureNotice failure={invite.error} />
      </ConfirmDialog>
    </>
  );
}
