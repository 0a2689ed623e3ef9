import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { clockTime, isoDuration } from './clock-time.ts';

export type ClockBarProps = {
  /** What is timed: "Dinas PU: drainase". */
  readonly label: ReactNode;
  /** Negative when over; the caller ticks. */
  readonly remainingSeconds: number;
  readonly totalSeconds: number;
  /** "tersisa" */
  readonly leftText: string;
  /** "lewat waktu" */
  readonly overText: string;
  /** For a room: large figures. */
  readonly isBig?: boolean | undefined;
};

/**
 * Time left for an item, or time over, in figures, words and a bar that empties. Not read aloud every second.
 *
 * @example <ClockBar label="Dinas PU" remainingSeconds={252} totalSeconds={600} leftText="tersisa" overText="lewat waktu" />
 */
export function ClockBar(props: ClockBarProps): ReactNode {
  const { label, remainingSeconds, totalSeconds, leftText, overText, isBig } = props;
  const isOver = remainingSeconds < 0;
  const left = totalSeconds <= 0 ? 0 : Math.min(1, Math.max(0, remainingSeconds / totalSeconds));
  return (
    <div className={classNames('mv-clock', isOver && 'mv-clock-over', isBig && 'mv-clock-big')} role="timer" aria-live="off">
      <p className="mv-clock-label">{label}</p>
      <p className="mv-clock-figure">
        <time dateTime={isoDuration(remainingSeconds)}>{clockTime(remainingSeconds)}</time>{' '}
        <span className="mv-clock-word">{isOver ? overText : leftText}</span>
      </p>
      <span className="mv-clock-track" aria-hidden="true">
        <span style={{ inlineSize: `${isOver ? 100 : left * 100}%` }} />
      </span>
    </div>
  );
}
