import type { ReactNode } from 'react';

/**
 * What would stand here, and the one thing to do about it.
 *
 * @example <EmptyState title="Tidak ada yang diminta dari Anda hari ini." action={<ButtonLink href="/arahan">Lihat semua arahan</ButtonLink>} />
 */
export function EmptyState(props: { readonly title: ReactNode; readonly children?: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <div className="mv-state">
      <p className="mv-state-title">{props.title}</p>
      {props.children !== undefined && <div className="mv-state-words">{props.children}</div>}
      {props.action !== undefined && <div className="mv-state-action">{props.action}</div>}
    </div>
  );
}
