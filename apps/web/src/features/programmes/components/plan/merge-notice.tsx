import { Button } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRows } from './use-plan-rows.ts';

/** Says that what is written goes on from an earlier time, or that somebody else saved meanwhile; and lets the writer choose where both wrote. */
export function MergeNotice(props: {
  readonly written: PlanRows;
  /** What the columns are called. */
  readonly headings: Readonly<Record<string, string>>;
}): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const { news, clashes, rows, settle } = props.written;
  if (news === null) return null;
  if (clashes.length === 0) return <Notice tone="waiting">{t(`merge.${news}`)}</Notice>;
  const numberOf = (rowKey: string): string => {
    const at = rows.findIndex((row) => row.key === rowKey);
    return at < 0 ? '' : String(at + 1);
  };
  return (
    <Notice tone="late" isUrgent title={t('merge.title', { count: clashes.length })}>
      <table className="mv-table">
        <caption className="mv-visually-hidden">{t('merge.caption')}</caption>
        <thead>
          <tr>
            {(['row', 'column', 'mine', 'theirs'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`merge.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={`${clash.rowKey} ${clash.column ?? ''}`}>
              <td>{numberOf(clash.rowKey)}</td>
              <td>{clash.column === null ? t('merge.wholeRow') : (props.headings[clash.column] ?? clash.column)}</td>
              <td>{clash.mine ?? t('merge.removed')}</td>
              <td>{clash.theirs ?? t('merge.removed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="app-buttons">
        <Button onClick={() => settle('mine')}>{t('shell:conflict.keepMine')}</Button>
        <Button onClick={() => settle('theirs')}>{t('shell:conflict.takeTheirs')}</Button>
      </div>
    </Notice>
  );
}
