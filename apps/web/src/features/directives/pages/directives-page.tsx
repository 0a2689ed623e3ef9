import { addressOf } from '@makaverse/client/call';
import { exportDirectives, listDirectives, type Directive } from '@makaverse/contract/directives';
import { readMeeting } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { ButtonLink } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { PageHeading } from '@makaverse/ui/page-heading';
import { Select } from '@makaverse/ui/select';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayShort } from '#lib/moments.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useAddressValue, useKeptQuery } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { InPanel } from '#lib/panel.tsx';
import { Shown } from '#lib/shown.tsx';
import { DirectivePanel } from '../components/directive-panel.tsx';
import { keptByDirectives } from '../model/kept-query.ts';

const filters = ['all', 'mine', 'late', 'unacknowledged', 'incomplete'] as const;
type Filter = (typeof filters)[number];

/** What was ordered, to whom, and how far it came. */
export function DirectivesPage({ currentId }: { readonly currentId?: string }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const [chosen, choose] = useAddressValue('saring');
  const filter: Filter = filters.find((one) => one === chosen) ?? 'all';
  const [meetingId] = useAddressValue('rapat');
  const kept = useKeptQuery(keptByDirectives);
  const meeting = useRead(readMeeting, { params: { id: meetingId ?? '' } }, { isEnabled: meetingId !== null });
  const query = { ...(filter !== 'all' && { only: filter }), ...(meetingId !== null && { meetingId }) };
  const reading = usePages(listDirectives, { query: { ...query, limit: 200 } }, (reply) => reply.items);
  const columns: readonly Column<Directive>[] = [
    { key: 'number', heading: t('list.number'), value: (row) => row.number, width: '9rem' },
    { key: 'words', heading: t('list.words'), value: (row) => row.words, width: '42%' },
    {
      key: 'to',
      heading: t('list.to'),
      value: (row) => toWords(row),
    },
    {
      key: 'deadline',
      heading: t('list.deadline'),
      value: (row) => row.deadline ?? '',
      cell: (row) => (row.deadline ? dayShort(row.deadline) : <span className="mv-missing">{t('part.none')}</span>),
    },
    {
      key: 'progress',
      heading: t('list.progress'),
      value: (row) => (row.gaps.length > 0 ? -1 : row.progress.acknowledged / Math.max(1, row.progress.tasks)),
      cell: (row) => (
        <>
          {row.state === 'draft'
            ? t('list.gaps', { count: row.gaps.length })
            : t('list.acknowledged', { done: row.progress.acknowledged, count: row.progress.tasks })}{' '}
          {row.isLate && <Badge tone="late">{t('list.late', { count: row.progress.late })}</Badge>}
          {row.state === 'done' && <Badge tone="good">{t('state.done')}</Badge>}
          {row.state === 'withdrawn' && <Badge>{t('state.withdrawn')}</Badge>}
        </>
      ),
    },
  ];
  function toWords(row: Directive): string {
    const groups = row.addresseeGroups.map((group) => t(`shell:group.${group}`));
    if (groups.length > 0) return groups.join(', ');
    const names = row.addressees.map((one) => one.unit.shortName);
    return names.length > 3 ? t('list.andMore', { names: names.slice(0, 3).join(', '), count: names.length - 3 }) : names.join(', ');
  }
  return (
    <Shown reading={reading} skeleton={<SkeletonTable columns={5} rows={10} />}>
      {(rows) => (
        <>
          <PageHeading
            kicker={
              meeting.data && (
                <>
                  {t('list.ofMeeting', { title: meeting.data.title })} <Link href={pageOf.directives()}>{t('list.ofAll')}</Link>
                </>
              )
            }
            title={t(`list.heading.${filter}`, { count: rows.length, late: rows.filter((row) => row.isLate).length })}
            actions={
              <>
                <ButtonLink href={pageOf.heatMap()}>{t('list.heat')}</ButtonLink>
                <ButtonLink href={addressOf(exportDirectives, { query })}>{t('shell:ui.downloadCsv')}</ButtonLink>
              </>
            }
          />
          <DataTable
            caption={t('list.caption')}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            rowHref={(row) => pageOf.directive(row.id) + kept}
            {...(currentId && { currentRowId: currentId })}
            hasFilter
            tools={
              <Select
                label={t('list.show')}
                options={filters.map((value) => ({ value, label: t(`list.filter.${value}`) }))}
                value={filter}
                onValueChange={(value) => choose(value === 'all' ? null : value)}
              />
            }
            empty={<EmptyState title={t(`list.empty.${filter}`)} />}
          />
          <MoreButton more={reading.more} />
        </>
      )}
    </Shown>
  );
}

/** The list with one directive open beside it. */
export function DirectiveBesideListPage(): ReactNode {
  const id = useId();
  return (
    <>
      <DirectivesPage currentId={id} />
      <InPanel>
        <DirectivePanel id={id} key={id} />
      </InPanel>
    </>
  );
}
