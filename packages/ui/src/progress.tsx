import { useId, type ReactNode } from 'react';

/**
 * How much of a known whole is done; with a mark where it should be by now.
 *
 * @example <Progress label="Arahan lengkap" value={14} max={20} valueText="14 dari 20" />
 */
export function Progress(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly valueText: string;
  /** Where it was planned to be today, on the same scale. */
  readonly planned?: number | undefined;
  readonly isLabelHidden?: boolean | undefined;
}): ReactNode {
  const { label, value, max, valueText, planned, isLabelHidden } = props;
  const id = useId();
  const share = (amount: number): string => `${max <= 0 ? 0 : Math.min(100, Math.max(0, (100 * amount) / max))}%`;
  return (
    <div className="mv-progress">
      <span id={id} className={isLabelHidden ? 'mv-visually-hidden' : 'mv-progress-label'}>
        {label}
      </span>
      <span className="mv-progress-value">{valueText}</span>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={valueText}
        className="mv-progress-track"
      >
        <span className="mv-progress-done" style={{ inlineSize: share(value) }} />
        {planned !== undefined && <span className="mv-progress-planned" style={{ insetInlineStart: share(planned) }} />}
      </div>
    </div>
  );
}
