import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { TextInput } from '@makaverse/ui/text-input';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** The account's lists of devices, by the names of their texts. */
type DeviceList = 'push' | 'passkeys';

/** Gives this device a name and adds it to a list; why it could not be added stands among the children. */
export function NameThisDevice({
  list,
  label,
  onLabelChange,
  adding,
  busyText,
  children,
}: {
  readonly list: DeviceList;
  readonly label: string;
  readonly onLabelChange: (label: string) => void;
  readonly adding: { readonly isPending: boolean; readonly mutate: (label: string) => void };
  readonly busyText: string;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('sign-in');
  return (
    <form
      className="directory-form"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate(label);
      }}
    >
      <TextInput
        label={t(`account.${list}.label`)}
        hint={t(`account.${list}.labelHint`)}
        value={label}
        onValueChange={onLabelChange}
        required
        maxLength={80}
      />
      {children}
      <p>
        <Button type="submit" isBusy={adding.isPending} busyText={busyText}>
          {t(`account.${list}.add`)}
        </Button>
      </p>
    </form>
  );
}

/** Asks before a device is taken from a list. */
export function RemoveDevice({
  list,
  label,
  isOpen,
  onClose,
  onConfirm,
  removal,
}: {
  readonly list: DeviceList;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly removal: { readonly isPending: boolean; readonly error: Failure | null };
}): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={onConfirm}
      title={t(`account.${list}.ask`, { label })}
      confirmText={t(`account.${list}.confirm`)}
      tone="danger"
      isBusy={removal.isPending}
      busyText={t('shell:act.saving')}
    >
      <p>{t(`account.${list}.askWords`)}</p>
      <FailureNotice failure={removal.error} />
    </ConfirmDialog>
  );
}
