import { witaDate } from '@makaverse/calendar';
import { listPromises, type PromiseMove } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayShort } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';

/** Every date moved: which promise it was, how far, by whom and why; of a programme, a person, a unit, or all. */
export function PromiseLedger(props: {
  readonly of: { readonly programmeId?: string; readonly personId?: string; readonly unitId?: string };
}): ReactNode {
  const { of } = props;
  const { t } = useTranslation('truth');
  const reading = useRead(
    listPromises,
    { query: { ...of, limit: 200 } },
    of.programmeId ? { topics: [`programme:${of.programmeId}`] } : {},
  );
  const columns: readonly Column<PromiseMove>[] = [
    { key: 'at', heading: t('ledger.at'), value: (row) => row.at, cell: (row) => dayShort(witaDate(new Date(row.at))), width: '8rem' },
    ...(of.programmeId
      ? []
      : [
          {
            key: 'programme',
            heading: t('ledger.programme'),
            value: (row: PromiseMove) => `${row.programme.number}. ${row.programme.name}`,
            cell: (row: PromiseMove) => (
              <Link href={pageOf.programmeTruth(row.programme.id)}>{`${row.programme.number}. ${row.programme.name}`}</Link>
            ),
          },
        ]),
    { key: 'milestone', heading: t('ledger.milestone'), value: (row) => `${row.milestone.position}. ${row.milestone.title}` },
    { key: 'ordinal', heading: t('ledger.ordinal'), value: (row) => row.ordinal, isNumeric: true },
    { key: 'from', heading: t('ledger.from'), value: (row) => row.fromOn, cell: (row) => dayShort(row.fromOn) },
    { key: 'to', heading: t('ledger.to'), value: (row) => row.toOn, cell: (row) => dayShort(row.toOn) },
    { key: 'days', heading: t('ledger.days'), value: (row) => row.days, isNumeric: true },
    { key: 'by', heading: t('ledger.by'), value: (row) => row.by.name },
    { key: 'reason', heading: t('ledger.reason'), value: (row) => row.reason, width: '24%' },
  ];
  return (
    <Shown reading={reading}>
      {({ items, total }) => (
        <>
          {total.moves > 0 && <p>{t('ledger.total', { count: total.moves, milestones: total.milestones, days: total.days })}</p>}
          <DataTable
            caption={t('ledger.caption')}
            isCaptionHidden
            columns={columns}
            rows={items}
            rowId={(row) => row.id}
            csvName="janji"
            empty={<EmptyState title={t('ledger.empty')} />}
          />
        </>
      )}
    </Shown>
  );
}
