import type { ReactNode } from 'react';
import { Link } from './link.tsx';

/**
 * A person by name, office and unit. No picture: the name in full says more than two letters in a circle.
 *
 * @example <PersonLine name="Andi Rahmat (contoh)" title="Kepala Bidang Drainase" unit="Dinas PU" href="/orang/7" />
 */
export function PersonLine(props: {
  readonly name: string;
  readonly title?: ReactNode;
  readonly unit?: ReactNode;
  readonly href?: string | undefined;
  /** "Plt.", "sampai Jumat". */
  readonly note?: ReactNode;
}): ReactNode {
  const { name, title, unit, href, note } = props;
  return (
    <span className="mv-person">
      <span className="mv-person-name">
        {href === undefined ? name : <Link href={href}>{name}</Link>}
        {note !== undefined && <span className="mv-person-note"> {note}</span>}
      </span>
      {(title !== undefined || unit !== undefined) && (
        <span className="mv-person-office">
          {title}
          {title !== undefined && unit !== undefined && ', '}
          {unit}
        </span>
      )}
    </span>
  );
}
