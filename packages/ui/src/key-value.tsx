import type { ReactNode } from 'react';

export type KeyValue = {
  readonly key: string;
  readonly label: ReactNode;
  /** null draws the hollow place of something that is missing, with `missingText`. */
  readonly value: ReactNode | null;
  readonly missingText?: ReactNode;
  readonly isNumeric?: boolean | undefined;
};

/**
 * What is known of one thing, line by line; what is missing stays hollow and can be a link to fill it.
 *
 * @example <KeyValueList items={[{ key: "due", label: "Tenggat", value: null, missingText: <Link href="…">Tetapkan</Link> }]} />
 */
export function KeyValueList(props: { readonly items: readonly KeyValue[] }): ReactNode {
  return (
    <dl className="mv-key-values">
      {props.items.map((item) => (
        <div key={item.key} className="mv-key-value">
          <dt>{item.label}</dt>
          {item.value === null ? (
            <dd className="mv-missing">{item.missingText}</dd>
          ) : (
            <dd className={item.isNumeric ? 'mv-number' : undefined}>{item.value}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
