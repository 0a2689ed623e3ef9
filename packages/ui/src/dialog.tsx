import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { useUiTexts } from './texts.tsx';

export type DialogProps = {
  readonly isOpen: boolean;
  /** Asked by Esc, the cross and a press outside; the caller sets `isOpen`. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot; the one that does it comes last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** false while work is being saved, or where only an answer may close it. */
  readonly canDismiss?: boolean | undefined;
};

/**
 * One question that must be answered before going on. The browser's own modal dialog: focus stays inside and
 * returns to where it was. Put the fields in a <form> in `children` and give the submit button its `form` id.
 *
 * @example <Dialog isOpen={isOpen} onClose={close} title="Tutup rapat?" actions={<Button tone="primary">Tutup</Button>}>…</Dialog>
 */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onClose, title, children, actions, size = 'medium', canDismiss = true } = props;
  const texts = useUiTexts();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    if (isOpen && !element.open) {
      element.showModal();
      startWithin(element);
    }
    if (!isOpen && element.open) element.close();
    return undefined;
  }, [isOpen]);
  const pressOutside = (event: MouseEvent<HTMLDialogElement>): void => {
    if (canDismiss && event.target === event.currentTarget) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={classNames('mv-dialog', `mv-dialog-${size}`)}
      aria-labelledby={titleId}
      onMouseDown={pressOutside}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (canDismiss) onClose();
      }}
    >
      {isOpen && (
        <div className="mv-dialog-sheet">
          <header className="mv-dialog-head">
            <h2 id={titleId}>{title}</h2>
            {canDismiss && <IconButton label={texts.close} icon={<Glyph name="close" />} onClick={onClose} />}
          </header>
          <div className="mv-dialog-body">{children}</div>
          {actions !== undefined && <footer className="mv-dialog-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** Begins at the first field, else at the first answer (which is the harmless one), never at the cross. */
function startWithin(dialog: HTMLElement): void {
  const first =
    dialog.querySelector<HTMLElement>('.mv-dialog-body :is(input, select, textarea):enabled') ??
    dialog.querySelector<HTMLElement>('.mv-dialog-actions :is(button, a)');
  first?.focus();
}
