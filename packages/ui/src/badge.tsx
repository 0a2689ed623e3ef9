import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'primary' | 'good' | 'waiting' | 'late';

/**
 * One or two words on what something is: "draf", "Plt.", "contoh". Not a button.
 *
 * @example <Badge tone="late">terlambat 3 hari</Badge>
 */
export function Badge(props: { readonly tone?: BadgeTone | undefined; readonly children: ReactNode }): ReactNode {
  return <span className={`mv-badge mv-badge-${props.tone ?? 'neutral'}`}>{props.children}</span>;
}
