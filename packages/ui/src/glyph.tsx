import type { ReactNode } from 'react';

const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  chevron: 'M5 8l5 5 5-5',
  back: 'M12 4l-6 6 6 6',
  check: 'M4 10.5l4 4 8-9',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4',
  download: 'M10 3v10m-4-4l4 4 4-4M4 17h12',
} as const;

/**
 * One of the few signs that components draw themselves; never read aloud.
 *
 * @example <Glyph name="close" />
 */
export function Glyph(props: { readonly name: keyof typeof paths }): ReactNode {
  return (
    <svg className="mv-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[props.name]} strokeWidth={props.name === 'more' ? 3 : undefined} />
    </svg>
  );
}
