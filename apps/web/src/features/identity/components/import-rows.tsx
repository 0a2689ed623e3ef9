import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { readImport } from '@makaverse/contract/identity-import';
import { Badge } from '@makaverse/ui/badge';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Select } from '@makaverse/ui/select';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInCard } from './number-in-card.tsx';
import { importColumns } from '../model/import-samples.ts';

type Preview = ReplyOf<typeof readImport>;
type Row = Preview['rows'][number];
const shows = ['all', 'wrong', 'new', 'changed', 'same'] as const;
const widths: Readonly<Record<string, string>> = { name: '14rem', title: '14rem', validFrom: '8rem', validTo: '8rem' };
const tones = { new: 'good', changed: 'primary', same: 'neutral', wrong: 'late' } as const;

/** The rows of a file, each with what it would do and what is wrong in it. */
export function ImportRows({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('directory');
  const [show, setShow] = useState<(typeof shows)[number]>('all');
  const rows = preview.rows.filter((row) => show === 'all' || row.change === show);
  const hidden = preview.counts.rows - preview.rows.length;
  const columns: readonly Column<Row>[] = [
    {
      key: 'row',
      heading: t('import.row'),
      value: (row) => row.row,
      cell: (row) => <NumberInCard word={t('import.row')} number={row.row} />,
      width: '5rem',
    },
    {
      key: 'change',
      heading: t('import.change'),
      value: (row) => t(`import.changes.${row.change}`),
      cell: (row) => (
        <span>
          <Badge tone={tones[row.change]}>{t(`import.changes.${row.change}`)}</Badge>
        </span>
      ),
    },
    {
      key: 'errors',
      width: '18rem',
      heading: t('import.faults'),
      value: (row) => row.errors.map((error) => error.message).join('; '),
      cell: (row) =>
        row.errors.length > 0 && (
          <ul className="directory-faults">
            {row.errors.map((error) => (
              <li key={error.column + error.message}>
                <strong>{t(`import.column.${error.column}`, { defaultValue: error.column })}:</strong> {error.message}
              </li>
            ))}
          </ul>
        ),
    },
    ...importColumns[preview.kind].map((name): Column<Row> => ({
      key: name,
      width: widths[name],
      heading: t(`import.column.${name}`),
      value: (row) => row.values[name] ?? '',
    })),
  ];
  return (
    <>
      <DataTable
        caption={t('import.rows', { file: preview.fileName })}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowId={(row) => String(row.row)}
        hasFilter
        isWide
        csvName={`${preview.fileName.replace(/\.\w+$/, '')}-${t('import.csvSuffix')}`}
        tools={
          <Select
            label={t('import.show')}
            options={shows.map((value) => ({ value, label: t(`import.shows.${value}`) }))}
            value={show}
            onValueChange={setShow}
          />
        }
        empty={<EmptyState title={t('import.noRows')} />}
        limit={100}
        showAllText={(count) => t('import.showAll', { count })}
      />
      {hidden > 0 && <p className="mv-muted">{t('import.hidden', { count: hidden })}</p>}
    </>
  );
}
