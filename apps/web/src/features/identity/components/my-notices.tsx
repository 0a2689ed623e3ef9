import { listPushDevices, removePushDevice, tryPushDevice } from '@makaverse/contract/identity-push';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { Button } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords } from '#lib/moments.ts';
import { unsubscribeFromPush } from '#lib/push-device.ts';
import { Shown } from '#lib/shown.tsx';
import { deviceName } from '../model/device-name.ts';
import { NameThisDevice, RemoveDevice } from './named-device.tsx';
import { currentPushPlace, PushRefused, useAddDevice, useOwnFingerprint, type PushFailure } from './use-push.ts';

type Device = ReplyOf<typeof listPushDevices>['items'][number];

/** The devices on which I am told at once: added here, tried, taken away. */
export function MyNotices(): ReactNode {
  const { t } = useTranslation('sign-in');
  const reading = useRead(listPushDevices, {});
  const own = useOwnFingerprint();
  const place = currentPushPlace();
  return (
    <Section title={t('account.push.title')} sub={t('account.push.sub')}>
      <Shown reading={reading}>
        {({ items, serverKey }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t('account.push.none')} />
            ) : (
              <ul className="directory-steps">
                {items.map((one) => (
                  <li key={one.id}>
                    <OneDevice device={one} isHere={one.fingerprint === own} />
                  </li>
                ))}
              </ul>
            )}
            {place !== 'usable' && <Notice title={t(`push.${place}.title`)}>{t(`push.${place}.remedy`)}</Notice>}
            {place === 'usable' && own !== undefined && !items.some((one) => one.fingerprint === own) && <AddThis serverKey={serverKey} />}
          </>
        )}
      </Shown>
    </Section>
  );
}

function OneDevice({ device, isHere }: { readonly device: Device; readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { id, label } = device;
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAct(removePushDevice, { onDone: () => setIsAsking(false) });
  const trial = useAct(tryPushDevice);
  const outcome = trial.data?.outcome;
  return (
    <>
      <span>
        <strong>{label}</strong>
        {isHere && ` (${t('account.push.here')})`}
        <br />
        <small>
          {t('account.push.created', { when: momentInWords(device.createdAt) })},{' '}
          {device.lastToldAt === null ? t('account.push.untold') : t('account.push.told', { when: momentInWords(device.lastToldAt) })}
        </small>
      </span>
      <span className="directory-acts">
        <Button
          isSmall
          aria-label={t('account.push.tryLabel', { label })}
          isBusy={trial.isPending}
          onClick={() => trial.mutate({ params: { id } })}
        >
          {t('account.push.try')}
        </Button>
        <Button isSmall aria-label={t('account.push.removeLabel', { label })} onClick={() => setIsAsking(true)}>
          {t('account.push.remove')}
        </Button>
      </span>
      {outcome && (
        <Notice tone={outcome === 'taken' ? 'good' : 'late'} isUrgent>
          {t(`account.push.outcome.${outcome}`)}
        </Notice>
      )}
      <FailureNotice failure={trial.error} />
      <RemoveDevice
        list="push"
        label={label}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => void (isHere ? unsubscribeFromPush() : Promise.resolve()).then(() => remove.mutate({ params: { id } }))}
        removal={remove}
      />
    </>
  );
}

function AddThis({ serverKey }: { readonly serverKey: string }): ReactNode {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const known = deviceName(navigator.userAgent);
  const [label, setLabel] = useState(known ? t('account.push.guess', { ...known }) : '');
  const add = useAddDevice(serverKey, () => toast({ title: t('account.push.added'), tone: 'good' }));
  return (
    <NameThisDevice list="push" label={label} onLabelChange={setLabel} adding={add} busyText={t('account.push.busy')}>
      <PushFailureNotice failure={add.error} />
    </NameThisDevice>
  );
}

/** Why this device could not be registered: the person's own no, its push service's, or ours. */
function PushFailureNotice({ failure }: { readonly failure: PushFailure | null }): ReactNode {
  const { t } = useTranslation('sign-in');
  if (!(failure instanceof PushRefused)) return <FailureNotice failure={failure} />;
  return (
    <Notice tone={failure.why === 'dismissed' ? 'information' : 'late'} title={t(`push.${failure.why}.title`)} isUrgent>
      {t(`push.${failure.why}.remedy`)}
    </Notice>
  );
}
