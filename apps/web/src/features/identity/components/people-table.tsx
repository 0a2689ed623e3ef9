import { listPeople } from '@makaverse/contract/identity-directory';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { pageOf } from '@makaverse/contract/pages';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { Shown } from '#lib/shown.tsx';
import { byRank } from '../model/position-time.ts';

type PersonRow = ReplyOf<typeof listPeople>['items'][number];

/** People with what they hold today; `typed` narrows them by name, office or unit. */
export function PeopleTable({ typed }: { readonly typed: string }): ReactNode {
  const { t } = useTranslation('directory');
  const people = usePages(listPeople, { query: { ...(typed !== '' && { q: typed }), limit: 50 } }, (reply) => reply.items);
  const columns: readonly Column<PersonRow>[] = [
    { key: 'name', heading: t('people.name'), value: (row) => row.name, width: '30%' },
    {
      key: 'office',
      heading: t('people.office'),
      value: (row) => row.holdings.map((one) => one.title).join(', '),
      cell: (row) =>
        row.holdings.length === 0 ? (
          <span className="mv-missing">{t('people.noOffice')}</span>
        ) : (
          <ul className="directory-offices">
            {row.holdings.toSorted(byRank).map((one) => (
              <li key={one.positionId}>
                {one.acting && `${t(`acting.${one.acting}`)} `}
                {one.title}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'unit',
      heading: t('people.unit'),
      value: (row) => row.holdings.map((one) => one.unit.name).join(', '),
      cell: (row) => (
        <ul className="directory-offices">
          {[...new Map(row.holdings.toSorted(byRank).map((one) => [one.unit.id, one.unit])).values()].map((unit) => (
            <li key={unit.id}>
              <Link href={pageOf.unit(unit.id)}>{unit.name}</Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Shown reading={people} skeleton={<SkeletonTable columns={3} rows={8} />}>
      {(rows) => (
        <>
          <DataTable
            caption={t('people.caption')}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            rowHref={(row) => pageOf.person(row.id)}
            empty={<EmptyState title={typed === '' ? t('people.empty') : t('people.noneFound', { typed })} />}
          />
          <MoreButton more={people.more} />
        </>
      )}
    </Shown>
  );
}
