import type { Holding } from '@makaverse/contract/identity-directory';
import { pageOf } from '@makaverse/contract/pages';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort } from '#lib/moments.ts';
import { lastDay } from '../model/period-words.ts';
import { EndPosition } from './end-position.tsx';

/** Offices of a unit with who holds or held them; the administrator ends one in its line. */
export function HoldersTable(props: {
  readonly caption: string;
  readonly holdings: readonly Holding[];
  readonly emptyText: string;
  readonly canEnd?: boolean;
}): ReactNode {
  const { t } = useTranslation('directory');
  const until = (row: Holding): string => {
    const last = lastDay(row);
    return last === null ? t(`holders.${row.to === null ? 'open' : 'never'}`) : dayShort(last);
  };
  const columns: readonly Column<Holding>[] = [
    {
      key: 'office',
      heading: t('holders.office'),
      value: (row) => row.title,
      cell: (row) => (
        <>
          {row.acting && `${t(`acting.${row.acting}`)} `}
          {row.title}
        </>
      ),
      width: '36%',
    },
    {
      key: 'person',
      heading: t('holders.person'),
      value: (row) => row.person.name,
      cell: (row) => <Link href={pageOf.person(row.person.id)}>{row.person.name}</Link>,
    },
    { key: 'from', heading: t('holders.from'), value: (row) => row.from, cell: (row) => dayShort(row.from), width: '8rem' },
    {
      key: 'to',
      heading: t('holders.to'),
      value: lastDay,
      cell: (row) => <span className={row.to === null ? 'mv-muted' : undefined}>{until(row)}</span>,
      width: '8rem',
    },
    ...(props.canEnd
      ? [
          {
            key: 'end',
            heading: t('holders.act'),
            cell: (row: Holding) => <EndPosition holding={row} />,
            width: '7rem',
          } satisfies Column<Holding>,
        ]
      : []),
  ];
  return (
    <DataTable
      caption={props.caption}
      isCaptionHidden
      columns={columns}
      rows={props.holdings}
      rowId={(row) => row.positionId}
      empty={<EmptyState title={props.emptyText} />}
    />
  );
}
