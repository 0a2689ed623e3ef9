import type { ReactNode } from 'react';

/**
 * What happened, what is safe, what to do. Takes the place of what could not be shown.
 *
 * @example <ErrorState title="Daftar arahan tidak dapat dimuat." safe="Tidak ada yang hilang." remedy="Periksa jaringan, lalu coba lagi." action={<Button onClick={retry}>Coba lagi</Button>} />
 */
export function ErrorState(props: {
  readonly title: ReactNode;
  readonly safe?: ReactNode;
  readonly remedy: ReactNode;
  readonly action?: ReactNode;
  /** For whoever helps: a number to quote. */
  readonly reference?: string | undefined;
}): ReactNode {
  return (
    <div className="mv-state mv-state-wrong" role="alert">
      <p className="mv-state-title">{props.title}</p>
      <div className="mv-state-words">
        {props.safe !== undefined && <p>{props.safe}</p>}
        <p>{props.remedy}</p>
        {props.reference !== undefined && <p className="mv-small mv-muted">{props.reference}</p>}
      </div>
      {props.action !== undefined && <div className="mv-state-action">{props.action}</div>}
    </div>
  );
}
