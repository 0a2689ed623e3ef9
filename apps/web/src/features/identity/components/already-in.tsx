import type { Session } from '@makaverse/contract/identity-session';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useSession } from '#lib/session.tsx';
import { useSignOut } from '#lib/sign-out.ts';

/** For who comes to the door and is inside already. */
export function AlreadyIn({ person, goal }: { readonly person: NonNullable<Session['person']>; readonly goal: string }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { demo } = useSession();
  const leave = useSignOut();
  return (
    <div className="mv-stack">
      <Notice
        title={t('enter.in', { name: person.name })}
        action={
          <ButtonLink href={goal} tone={demo ? 'quiet' : 'primary'}>
            {t('enter.goOn')}
          </ButtonLink>
        }
      >
        {person.title}
      </Notice>
      <FailureNotice failure={leave.error} />
      {!demo && (
        <p>
          <Button tone="link" isBusy={leave.isPending} onClick={() => leave.mutate()}>
            {t('enter.out')}
          </Button>
        </p>
      )}
    </div>
  );
}
