import { DataTable, type Column } from '@makaverse/ui/data-table';
import { Button } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import { pageOf } from '@makaverse/contract/pages';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '#lib/moments.ts';
import { useCan } from '#lib/session.tsx';
import { NumberInCard } from './number-in-card.tsx';
import { isOwnDeed, recordPage, type AuditLine } from '../model/audit-words.ts';

/** Lines of the log in plain words, each with its record. */
export function AuditTable(props: {
  readonly lines: readonly AuditLine[];
  readonly onRecord: (objectId: string) => void;
  readonly empty: ReactNode;
}): ReactNode {
  const { t } = useTranslation('directory');
  const deed = (line: AuditLine): string => t(`action.${line.action}`, { defaultValue: line.action });
  const columns: readonly Column<AuditLine>[] = [
    {
      key: 'seq',
      heading: t('audit.seq'),
      value: (line) => line.seq,
      cell: (line) => <NumberInCard word={t('audit.seq')} number={line.seq} />,
      width: '5rem',
    },
    { key: 'at', heading: t('audit.at'), value: (line) => line.at, cell: (line) => momentInWords(line.at), width: '22%' },
    {
      key: 'actor',
      heading: t('audit.actor'),
      value: (line) => line.actor?.name ?? t(isOwnDeed(line) ? 'audit.self' : 'audit.system'),
      cell: (line) =>
        line.actor ? (
          <Link href={pageOf.person(line.actor.id)}>{line.actor.name}</Link>
        ) : (
          t(isOwnDeed(line) ? 'audit.self' : 'audit.system')
        ),
    },
    { key: 'deed', heading: t('audit.deed'), value: deed },
    {
      key: 'record',
      heading: t('audit.record'),
      value: (line) => t(`object.${line.object}`, { defaultValue: line.object }),
      cell: (line) => <RecordOf line={line} onRecord={props.onRecord} />,
    },
    {
      key: 'hash',
      heading: t('audit.hash'),
      value: (line) => line.hash,
      cell: (line) => (
        <code className="directory-hash" title={line.hash}>
          {line.hash.slice(0, 12)}
        </code>
      ),
      isSortable: false,
      isWideOnly: true,
      width: '8rem',
    },
  ];
  return (
    <DataTable
      caption={t('audit.caption')}
      isCaptionHidden
      columns={columns}
      rows={props.lines}
      rowId={(line) => String(line.seq)}
      csvName={t('audit.csvName')}
      empty={props.empty}
      limit={400}
      showAllText={(count) => t('audit.showAll', { count })}
    />
  );
}

function RecordOf({ line, onRecord }: { readonly line: AuditLine; readonly onRecord: (objectId: string) => void }): ReactNode {
  const { t } = useTranslation('directory');
  const mayImport = useCan('administer');
  const href = line.object === 'import' && !mayImport ? undefined : recordPage(line.object, line.objectId);
  const name = t(`object.${line.object}`, { defaultValue: line.object });
  return (
    <span className="mv-row">
      {href === undefined ? name : <Link href={href}>{name}</Link>}
      <Button tone="link" isSmall onClick={() => onRecord(line.objectId)} aria-label={t('audit.onlyThisOf', { name, seq: line.seq })}>
        {t('audit.onlyThis')}
      </Button>
    </span>
  );
}
