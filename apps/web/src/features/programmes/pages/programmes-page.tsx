import { addressOf } from '@makaverse/client/call';
import { exportProgrammes, listProgrammes, type Programme } from '@makaverse/contract/programmes';
import { listStandings } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading } from '@makaverse/ui/page-heading';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useId } from '#lib/page.tsx';
import { InPanel } from '#lib/panel.tsx';
import { ColourMark } from '#lib/programme-strip.tsx';
import { useCan } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { ProgrammePanel } from '../components/programme-panel.tsx';
import { StartProgrammeDialog } from '../components/start-programme-dialog.tsx';
import { unitsWithoutPic } from '../model/seats.ts';

/** The strategic programmes and who answers for each. */
export function ProgrammesPage({ currentId }: { readonly currentId?: string }): ReactNode {
  const { t } = useTranslation(['programmes', 'truth', 'shell']);
  const mayStart = useCan('lead');
  const [isStarting, setIsStarting] = useState(false);
  const reading = usePages(listProgrammes, { query: { limit: 200 } }, (reply) => reply.items);
  const standings = useRead(listStandings, {}, { refetchMs: 60_000 });
  const standingOf = new Map((standings.data?.items ?? []).map((one) => [one.programme.id, one]));
  const columns: readonly Column<Programme>[] = [
    { key: 'number', heading: t('programmes.number'), value: (row) => row.number, isNumeric: true, width: '4rem' },
    {
      key: 'name',
      heading: t('programmes.name'),
      value: (row) => row.name,
      cell: (row) => (
        <>
          {row.name} {row.isExample && <Badge>{t('programmes.example')}</Badge>}
        </>
      ),
      width: '38%',
    },
    {
      key: 'colour',
      heading: t('truth:colour'),
      value: (row) => standingOf.get(row.id)?.colour ?? '',
      cell: (row) => standingOf.has(row.id) && <ColourMark light={standingOf.get(row.id)!.colour} />,
    },
    { key: 'units', heading: t('programmes.units'), value: (row) => row.units.map((unit) => unit.shortName).join(', ') },
    {
      key: 'pic',
      heading: t('programmes.pic'),
      value: (row) => row.units.map((unit) => unit.pic?.name ?? '').join(', '),
      cell: (row) =>
        row.units
          .map(
            (unit) =>
              unit.pic?.name ?? (unit.nominationState ? t(`shell:nominationState.${unit.nominationState}`) : t('programmes.nobody')),
          )
          .join(', '),
    },
    { key: 'reviewer', heading: t('programmes.reviewer'), value: (row) => row.reviewer?.name ?? '', isWideOnly: true },
  ];
  return (
    <Shown reading={reading} skeleton={<SkeletonTable columns={5} rows={10} />}>
      {(rows) => (
        <>
          <PageHeading
            title={t('programmes.heading', { count: rows.length, missing: rows.filter((row) => unitsWithoutPic(row).length > 0).length })}
            actions={
              <>
                <ButtonLink href={addressOf(exportProgrammes)}>{t('shell:ui.downloadCsv')}</ButtonLink>
                {mayStart && (
                  <Button tone="primary" onClick={() => setIsStarting(true)}>
                    {t('start.open')}
                  </Button>
                )}
              </>
            }
          />
          <DataTable
            caption={t('programmes.caption')}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            rowHref={(row) => pageOf.programme(row.id)}
            {...(currentId && { currentRowId: currentId })}
            hasFilter
            empty={<EmptyState title={t('programmes.empty')} />}
          />
          <MoreButton more={reading.more} />
          {isStarting && (
            <StartProgrammeDialog onClose={() => setIsStarting(false)} nextNumber={Math.max(0, ...rows.map((row) => row.number)) + 1} />
          )}
        </>
      )}
    </Shown>
  );
}

/** The list with one programme open beside it. */
export function ProgrammeBesideListPage(): ReactNode {
  const id = useId();
  return (
    <>
      <ProgrammesPage currentId={id} />
      <InPanel>
        <ProgrammePanel id={id} />
      </InPanel>
    </>
  );
}
