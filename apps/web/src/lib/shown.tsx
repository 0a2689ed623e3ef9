import { SkeletonText } from '@makaverse/ui/skeleton';
import type { ReactNode } from 'react';
import type { Failure } from './api.ts';
import { FailureState } from './failure-notice.tsx';

/** As much of a reading as is shown. */
export interface Reading<T> {
  readonly data: T | undefined;
  readonly error: Failure | null;
  readonly refetch: () => unknown;
}

/**
 * What was read, or the face of its absence: skeleton while it loads, what happened and what to do when it failed. What was read before
 * stays when a later reading fails.
 * @example <Shown reading={meeting}>{(data) => <MeetingHeading meeting={data} />}</Shown>
 */
export function Shown<T>(props: {
  readonly reading: Reading<T>;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { reading, skeleton, children } = props;
  if (reading.data !== undefined) return children(reading.data);
  if (reading.error) return <FailureState failure={reading.error} retry={() => void reading.refetch()} />;
  return skeleton ?? <SkeletonText lines={6} hasHeading />;
}
