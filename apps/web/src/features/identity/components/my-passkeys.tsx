import { listPasskeys, removePasskey } from '@makaverse/contract/identity-session';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { Button } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { momentInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { NameThisDevice, RemoveDevice } from './named-device.tsx';
import { PasskeyFailureNotice } from './passkey-failure.tsx';
import { useAddPasskey, usePasskeyPlace } from './use-passkey.ts';

type Passkey = ReplyOf<typeof listPasskeys>['items'][number];

/** The passkeys I sign in with: kept, added on this device, taken away. */
export function MyPasskeys(): ReactNode {
  const { t } = useTranslation('sign-in');
  const reading = useRead(listPasskeys, {});
  const place = usePasskeyPlace();
  const { passkeyHost } = useSession();
  return (
    <Section title={t('account.passkeys.title')} sub={t('account.passkeys.sub')}>
      <Shown reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('account.passkeys.none')} />
          ) : (
            <ul className="directory-steps">
              {items.map((one) => (
                <li key={one.id}>
                  <OnePasskey passkey={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {place === 'usable' ? <AddPasskey /> : <Notice>{t(`passkey.${place}`, { host: passkeyHost })}</Notice>}
    </Section>
  );
}

function OnePasskey({ passkey }: { readonly passkey: Passkey }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { label } = passkey;
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAct(removePasskey, { onDone: () => setIsAsking(false) });
  return (
    <>
      <span>
        <strong>{label}</strong>
        <br />
        <small>
          {t('account.passkeys.created', { when: momentInWords(passkey.createdAt) })},{' '}
          {passkey.lastUsedAt === null
            ? t('account.passkeys.unused')
            : t('account.passkeys.used', { when: momentInWords(passkey.lastUsedAt) })}
        </small>
      </span>
      <Button isSmall aria-label={t('account.passkeys.removeLabel', { label })} onClick={() => setIsAsking(true)}>
        {t('account.passkeys.remove')}
      </Button>
      <RemoveDevice
        list="passkeys"
        label={label}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => remove.mutate({ params: { id: passkey.id } })}
        removal={remove}
      />
    </>
  );
}

function AddPasskey(): ReactNode {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [label, setLabel] = useState('');
  const add = useAddPasskey(() => {
    toast({ title: t('account.passkeys.added', { label }), tone: 'good' });
    setLabel('');
  });
  return (
    <NameThisDevice list="passkeys" label={label} onLabelChange={setLabel} adding={add} busyText={t('other.passkeyBusy')}>
      <PasskeyFailureNotice failure={add.error} />
    </NameThisDevice>
  );
}
