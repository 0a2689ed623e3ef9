import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useUiTexts } from './texts.tsx';

export type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** A question. */
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children?: ReactNode;
  /** The verb, not "Ya": "Hapus arahan". */
  readonly confirmText: string;
  readonly tone?: 'primary' | 'danger' | undefined;
  readonly isBusy?: boolean | undefined;
  readonly busyText?: string | undefined;
};

/**
 * Asks once before what cannot be taken back.
 *
 * @example <ConfirmDialog isOpen={isAsking} onClose={stop} onConfirm={drop} title="Hapus arahan ini?" confirmText="Hapus arahan" tone="danger" />
 */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { isOpen, onClose, onConfirm, title, children, confirmText, tone = 'primary', isBusy, busyText } = props;
  const texts = useUiTexts();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="small"
      canDismiss={isBusy !== true}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {texts.cancel}
          </Button>
          <Button tone={tone} onClick={onConfirm} isBusy={isBusy} busyText={busyText}>
            {confirmText}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
