import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type TimelineStep = {
  readonly id: string;
  readonly title: ReactNode;
  /** The day in words, or the deadline of a step to come. */
  readonly when?: ReactNode;
  /** The same, for machines: "2022-03-22T09:00+08:00". */
  readonly dateTime?: string | undefined;
  readonly detail?: ReactNode;
  /** Days used, or left: "2 dari 3 hari kerja". */
  readonly aside?: ReactNode;
  readonly state: 'done' | 'current' | 'waiting' | 'late';
  /** The state in a word, for those who listen: "selesai". */
  readonly stateWord: string;
};

/**
 * Dated steps, past and to come.
 *
 * @example <Timeline label="Jalannya usulan" steps={steps} />
 */
export function Timeline(props: { readonly label: string; readonly steps: readonly TimelineStep[] }): ReactNode {
  return (
    <ol className="mv-timeline" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          key={step.id}
          className={classNames('mv-step', `mv-step-${step.state}`)}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <div className="mv-step-when">{step.when !== undefined && <time dateTime={step.dateTime}>{step.when}</time>}</div>
          <div className="mv-step-what">
            <p className="mv-step-title">
              {step.title}
              <span className="mv-visually-hidden"> ({step.stateWord})</span>
            </p>
            {step.detail !== undefined && <div className="mv-step-detail">{step.detail}</div>}
            {step.aside !== undefined && <p className="mv-step-aside">{step.aside}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
