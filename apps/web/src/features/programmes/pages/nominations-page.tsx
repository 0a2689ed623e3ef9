import { exportNominations, listNominations, type Nomination } from '@makaverse/contract/programmes';
import { pageOf } from '@makaverse/contract/pages';
import { addressOf } from '@makaverse/client/call';
import { Badge } from '@makaverse/ui/badge';
import { ButtonLink } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading } from '@makaverse/ui/page-heading';
import { Select } from '@makaverse/ui/select';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '#lib/moments.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useAddressValue } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { InPanel } from '#lib/panel.tsx';
import { Shown } from '#lib/shown.tsx';
import { NominationPanel } from '../components/nomination-panel.tsx';

const filters = ['unfinished', 'mine', 'late', 'all'] as const;
type Filter = (typeof filters)[number];

/** Who still has to be named, vetted, appointed or to accept. */
export function NominationsPage({ currentId }: { readonly currentId?: string }): ReactNode {
  const { t } = useTranslation(['programmes', 'shell']);
  const [chosen, choose] = useAddressValue('saring');
  const filter: Filter = filters.find((one) => one === chosen) ?? 'unfinished';
  const reading = usePages(listNominations, { query: { ...(filter !== 'all' && { only: filter }), limit: 200 } }, (reply) => reply.items);
  const columns: readonly Column<Nomination>[] = [
    {
      key: 'subject',
      heading: t('nominations.subject'),
      cell: (row) => `${row.subject.number}  ${row.subject.title}`,
      value: (row) => row.subject.number,
      width: '32%',
    },
    { key: 'unit', heading: t('nominations.unit'), value: (row) => row.unit.name },
    {
      key: 'person',
      heading: t('nominations.person'),
      value: (row) => row.person?.name ?? '',
      cell: (row) => row.person?.name ?? <span className="mv-missing">{t('nominations.nobody')}</span>,
    },
    { key: 'state', heading: t('nominations.state'), value: (row) => t(`shell:nominationState.${row.state}`) },
    {
      key: 'due',
      heading: t('nominations.due'),
      value: (row) => row.dueAt ?? '',
      cell: (row) => (
        <>
          {row.dueAt && momentInWords(row.dueAt)} {row.isLate && <Badge tone="late">{t(`rung.${row.rung}`)}</Badge>}
        </>
      ),
    },
  ];
  return (
    <Shown reading={reading} skeleton={<SkeletonTable columns={5} rows={8} />}>
      {(rows) => (
        <>
          <PageHeading
            title={t(`nominations.heading.${filter}`, { count: rows.length })}
            actions={<ButtonLink href={addressOf(exportNominations)}>{t('shell:ui.downloadCsv')}</ButtonLink>}
          />
          <DataTable
            caption={t('nominations.caption')}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            rowHref={(row) => pageOf.nomination(row.id)}
            {...(currentId && { currentRowId: currentId })}
            hasFilter
            tools={
              <Select
                label={t('nominations.show')}
                options={filters.map((value) => ({ value, label: t(`nominations.filter.${value}`) }))}
                value={filter}
                onValueChange={choose}
              />
            }
            empty={<EmptyState title={t(`nominations.empty.${filter}`)} />}
          />
          <MoreButton more={reading.more} />
        </>
      )}
    </Shown>
  );
}

/** The list with one nomination open beside it. */
export function NominationBesideListPage(): ReactNode {
  const id = useId();
  return (
    <>
      <NominationsPage currentId={id} />
      <InPanel>
        <NominationPanel id={id} />
      </InPanel>
    </>
  );
}
