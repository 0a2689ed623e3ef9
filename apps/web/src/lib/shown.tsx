import { SkeletonText } from '@makaverse/ui/skeleton';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from './api.ts';
import { FailureState } from './failure-notice.tsx';

/**
 * What was read, or the face of its absence: skeleton while it loads, what happened and what to do when it failed. What was read before
 * stays when a later reading fails.
 * @example <Shown reading={meeting}>{(data) => <MeetingHeading meeting={data} />}</Shown>
 */
export function Shown<T>(props: {
  readonly reading: UseQueryResult<T, Failure>;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { reading, skeleton, children } = props;
  if (reading.data !== undefined) return children(reading.data);
  if (reading.error) return <FailureState failure={reading.error} retry={() => void reading.refetch()} />;
  return skeleton ?? <SkeletonText lines={6} hasHeading />;
}
