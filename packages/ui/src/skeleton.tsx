import type { ReactNode } from 'react';
import { useUiTexts } from './texts.tsx';

/**
 * A grey line of the real layout while it loads.
 *
 * @example <Skeleton width="12rem" />
 */
export function Skeleton(props: { readonly width?: string | undefined; readonly height?: string | undefined }): ReactNode {
  return <span aria-hidden="true" className="mv-skeleton" style={{ inlineSize: props.width, blockSize: props.height }} />;
}

/**
 * A heading and lines of text to come.
 *
 * @example <SkeletonText lines={4} />
 */
export function SkeletonText(props: { readonly lines: number; readonly hasHeading?: boolean | undefined }): ReactNode {
  const texts = useUiTexts();
  return (
    <div className="mv-skeleton-text" role="status">
      <span className="mv-visually-hidden">{texts.loading}</span>
      {props.hasHeading && <Skeleton width="55%" height="2rem" />}
      {Array.from({ length: props.lines }, (_, line) => (
        <Skeleton key={line} width={`${92 - ((line * 17) % 38)}%`} />
      ))}
    </div>
  );
}

/**
 * A table to come: its rule, its hairlines, the right number of columns.
 *
 * @example <SkeletonTable columns={5} rows={8} />
 */
export function SkeletonTable(props: { readonly columns: number; readonly rows: number }): ReactNode {
  const texts = useUiTexts();
  return (
    <div className="mv-skeleton-table" role="status" style={{ gridTemplateColumns: `2fr repeat(${props.columns - 1}, 1fr)` }}>
      <span className="mv-visually-hidden">{texts.loading}</span>
      {Array.from({ length: props.columns * props.rows }, (_, cell) => (
        <span key={cell} className="mv-skeleton-cell">
          <Skeleton width={`${85 - ((cell * 23) % 45)}%`} />
        </span>
      ))}
    </div>
  );
}
