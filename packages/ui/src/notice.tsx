import type { ReactNode } from 'react';

export type NoticeTone = 'information' | 'good' | 'waiting' | 'late';

/**
 * A line that stays while it is true: offline, example data, a gap that blocks. For what just happened: toast.
 *
 * @example <Notice tone="waiting" title="Tanpa jaringan.">3 laporan disimpan di gawai ini.</Notice>
 */
export function Notice(props: {
  readonly tone?: NoticeTone | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** true: read aloud as soon as it appears. */
  readonly isUrgent?: boolean | undefined;
}): ReactNode {
  return (
    <div className={`mv-notice mv-notice-${props.tone ?? 'information'}`} role={props.isUrgent ? 'alert' : 'status'}>
      <div className="mv-notice-words">
        {props.title !== undefined && <strong>{props.title} </strong>}
        {props.children}
      </div>
      {props.action}
    </div>
  );
}
