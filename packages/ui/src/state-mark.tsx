import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './link.tsx';

/** hijau, kuning-hijau, kuning-merah, merah */
export type Light = 'green' | 'yellow-green' | 'yellow-red' | 'red';

const shapes: Record<Light, ReactNode> = {
  green: <circle cx="8" cy="8" r="6.5" />,
  'yellow-green': <path d="M8 1.6 15 14.2H1z" />,
  'yellow-red': <path d="M8 .8 15.2 8 8 15.2.8 8z" />,
  red: <path d="M1.8 1.8h12.4v12.4H1.8z" />,
};

/**
 * One of the four lights: a colour, a shape and a word, so that it can be told without colour.
 *
 * @example <LightMark light="yellow-red" word="kuning-merah" />
 */
export function LightMark(props: {
  readonly light: Light;
  readonly word: string;
  /** The word is heard and shown on hover, but not drawn: only in dense tables that also explain the shapes. */
  readonly isWordHidden?: boolean | undefined;
}): ReactNode {
  const { light, word, isWordHidden } = props;
  return (
    <span className="mv-light" title={isWordHidden ? word : undefined}>
      <svg className={`mv-light-shape mv-light-${light}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[light]}
      </svg>
      <span className={isWordHidden ? 'mv-visually-hidden' : undefined}>{word}</span>
    </span>
  );
}

/** How far an addressed unit has come with a directive, in order; late stands apart. */
export type TaskState = 'sent' | 'seen' | 'acknowledged' | 'named' | 'accepted' | 'done' | 'late';

// The square fills from below as the task goes on; done is a whole square with a tick, late a red one with a bar.
const filled: Record<TaskState, number> = { sent: 0, seen: 3, acknowledged: 6, named: 9, accepted: 12, done: 14, late: 14 };

function Square({ state }: { readonly state: TaskState }): ReactNode {
  const height = filled[state];
  return (
    <svg className={classNames('mv-square', `mv-square-${state}`)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect className="mv-square-frame" x="1.5" y="1.5" width="13" height="13" rx="1.5" />
      {height > 0 && <rect className="mv-square-fill" x="1" y={15 - height} width="14" height={height} rx={height === 14 ? 1.5 : 0} />}
      {state === 'done' && <path className="mv-square-sign" d="M4.5 8.4 7 10.8l4.6-5.4" />}
      {state === 'late' && <path className="mv-square-sign" d="M8 4v5M8 11.8v.2" />}
    </svg>
  );
}

/**
 * A task's state as square and word.
 *
 * @example <TaskMark state="named" word="PIC diusulkan" />
 */
export function TaskMark(props: { readonly state: TaskState; readonly word: string }): ReactNode {
  return (
    <span className={classNames('mv-task-mark', props.state === 'late' && 'mv-late')}>
      <Square state={props.state} />
      {props.word}
    </span>
  );
}

export type TaskSquare = {
  readonly id: string;
  readonly state: TaskState;
  /** Everything a hover or a listener needs: "Dinas PU: terlambat 3 hari". */
  readonly label: string;
  readonly href?: string | undefined;
};

/**
 * All addressees of a directive as a strip of small squares.
 *
 * @example <TaskStrip label="12 dari 15 camat sudah paham" tasks={tasks} />
 */
export function TaskStrip(props: { readonly label: string; readonly tasks: readonly TaskSquare[] }): ReactNode {
  return (
    <ul className="mv-strip" aria-label={props.label}>
      {props.tasks.map((task) => (
        <li key={task.id} title={task.label}>
          {task.href === undefined ? (
            <>
              <Square state={task.state} />
              <span className="mv-visually-hidden">{task.label}</span>
            </>
          ) : (
            <Link href={task.href} aria-label={task.label}>
              <Square state={task.state} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
