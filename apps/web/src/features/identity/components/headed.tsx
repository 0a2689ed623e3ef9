import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { Shown, type Reading } from '#lib/shown.tsx';

/** {@link Shown} for a whole page: while there is nothing to answer with, the page is headed by what it is. */
export function Headed<T>(props: {
  readonly title: string;
  readonly reading: Reading<T>;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { title, ...shown } = props;
  return (
    <>
      {shown.reading.data === undefined && <PageHeading title={title} />}
      <Shown {...shown} />
    </>
  );
}
