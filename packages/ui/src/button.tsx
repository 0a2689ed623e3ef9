import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Link, type LinkProps } from './link.tsx';

export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'link';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** One primary at most per screen or dialog; "quiet" where nothing is said. */
  readonly tone?: ButtonTone | undefined;
  /** Dense rows only; still 44 px for a finger through its margin. */
  readonly isSmall?: boolean | undefined;
  /** While true a press does nothing, and `busyText` stands in place of the children. */
  readonly isBusy?: boolean | undefined;
  readonly busyText?: string | undefined;
  /** A sign before the words, 1em, aria-hidden. */
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

/**
 * Does something here and now. A busy button stays focusable and says so in words.
 *
 * @example <Button tone="primary" isBusy={isSaving} busyText="Menyimpan…">Simpan</Button>
 */
export function Button({ tone = 'quiet', isSmall, isBusy, busyText, icon, ...rest }: ButtonProps): ReactNode {
  const { className, children, onClick, ...native } = rest;
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isBusy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...native}
      onClick={press}
      aria-disabled={isBusy || native['aria-disabled']}
      aria-busy={isBusy || undefined}
      className={classNames('mv-button', `mv-button-${tone}`, isSmall && 'mv-button-small', className)}
    >
      {icon}
      <span aria-live={busyText === undefined ? undefined : 'polite'}>{isBusy ? (busyText ?? children) : children}</span>
    </button>
  );
}

export type ButtonLinkProps = LinkProps & {
  readonly tone?: ButtonTone | undefined;
  readonly isSmall?: boolean | undefined;
  readonly icon?: ReactNode;
};

/**
 * Goes somewhere, and looks like a button because it is the next step.
 *
 * @example <ButtonLink href="/rapat/baru" tone="primary">Panggil rapat</ButtonLink>
 */
export function ButtonLink({ tone = 'quiet', isSmall, icon, className, children, ...rest }: ButtonLinkProps): ReactNode {
  return (
    <Link {...rest} className={classNames('mv-button', `mv-button-${tone}`, isSmall && 'mv-button-small', className)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

/**
 * A sign alone, with its name for those who listen and on hover.
 *
 * @example <IconButton label="Tutup" icon={<X />} onClick={close} />
 */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: Omit<ButtonProps, 'children' | 'tone' | 'isBusy' | 'busyText' | 'isSmall'> & {
  readonly label: string;
}): ReactNode {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classNames('mv-icon-button', className)}>
      {icon}
    </button>
  );
}
