import { listAudit } from '@makaverse/contract/system';
import { Button } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, numberInWords } from '#lib/moments.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useAddressValue } from '#lib/navigate.ts';
import { AuditFilters } from '../components/audit-filters.tsx';
import { AuditTable } from '../components/audit-table.tsx';
import '../components/directory.css';
import { Headed } from '../components/headed.tsx';
import { anything, firstGap, matchesAudit, type AuditFilter } from '../model/audit-words.ts';

/** Who did what, when: the log nobody rewrites. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const [objectId, choose] = useAddressValue('catatan');
  const [filter, setFilter] = useState<AuditFilter>(anything);
  const log = usePages(listAudit, { query: { ...(objectId !== null && { objectId }), limit: 200 } }, (reply) => reply.items);
  return (
    <Headed title={t('shell:nav.audit')} reading={log} skeleton={<SkeletonTable columns={4} rows={12} />}>
      {(lines) => {
        const shown = lines.filter((line) => matchesAudit(line, filter));
        const last = lines[0];
        // Lines of one record alone are rightly not numbered one after the other.
        const gap = objectId === null ? firstGap(lines.map((line) => line.seq)) : null;
        return (
          <>
            <PageHeading
              title={
                objectId !== null
                  ? t('audit.headingOne', { count: lines.length })
                  : last
                    ? t('audit.heading', { all: numberInWords(last.seq), day: dayInWords(last.at) })
                    : t('audit.none')
              }
              sub={t('audit.sub')}
            />
            <div className="mv-stack">
              {gap !== null && (
                <Notice tone="late" isUrgent title={t('audit.gap', { seq: numberInWords(gap) })}>
                  {t('audit.gapWords')}
                </Notice>
              )}
              {objectId !== null && (
                <Notice title={t('audit.oneRecord')} action={<Button onClick={() => choose(null)}>{t('audit.wholeLog')}</Button>} />
              )}
              <AuditFilters lines={lines} filter={filter} onChange={setFilter} />
              {filter !== anything && log.more.has && <p className="mv-muted">{t('audit.onlyLoaded', { count: lines.length })}</p>}
              <AuditTable lines={shown} onRecord={choose} empty={<EmptyState title={t('audit.noMatch')} />} />
              <MoreButton more={log.more} />
              <p className="mv-prose mv-muted">{t('audit.chain')}</p>
            </div>
          </>
        );
      }}
    </Headed>
  );
}
