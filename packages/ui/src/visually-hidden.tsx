import type { ReactNode } from 'react';

/**
 * Words for those who listen; shown when focused (a skip link).
 *
 * @example <VisuallyHidden>Lantai 3,</VisuallyHidden>
 */
export function VisuallyHidden(props: { readonly children: ReactNode }): ReactNode {
  return <span className="mv-visually-hidden">{props.children}</span>;
}
