import { listCheckIns, type CheckIn, type Evidence } from '@makaverse/contract/programmes-check-in';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentInWords } from '#lib/moments.ts';
import { useTopics } from '#lib/live.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { Shown } from '#lib/shown.tsx';
import './check-in.css';

/** A programme's reports, the latest first, with their photos; whoever judges those sees what looks wrong. */
export function CheckInList({ programmeId }: { readonly programmeId: string }): ReactNode {
  const { t } = useTranslation('check-in');
  const reading = usePages(listCheckIns, { params: { id: programmeId }, query: { limit: 10 } }, (reply) => reply.items);
  useTopics([`programme:${programmeId}`], () => void reading.refetch());
  return (
    <Shown reading={reading}>
      {(reports) =>
        reports.length === 0 ? (
          <p className="mv-muted">{t('list.none')}</p>
        ) : (
          <>
            <ol className="check-ins">
              {reports.map((report) => (
                <ReportLine key={report.id} report={report} />
              ))}
            </ol>
            <MoreButton more={reading.more} />
          </>
        )
      }
    </Shown>
  );
}

function ReportLine({ report }: { readonly report: CheckIn }): ReactNode {
  const { t } = useTranslation('check-in');
  const { promise } = report;
  return (
    <li>
      <div className="check-ins-head">
        <strong>{t('progress.percent', { percent: report.progress })}</strong>
        <span className="mv-muted">
          <time dateTime={report.at}>{momentInWords(report.at)}</time> {report.isLate && <Badge tone="late">{t('list.late')}</Badge>}
        </span>
      </div>
      <p>{report.words}</p>
      <p className="mv-muted">
        {report.by.name}, {report.unit.name}
      </p>
      {report.done.length > 0 && <p>{t('list.done', { milestones: report.done.map((one) => one.title).join(', ') })}</p>}
      {promise && (
        <p>
          {promise.from === null
            ? t('list.promise', { milestone: promise.milestone.title, on: dayInWords(promise.on) })
            : t('list.moved', {
                milestone: promise.milestone.title,
                from: dayInWords(promise.from),
                on: dayInWords(promise.on),
                reason: promise.reason,
              })}
        </p>
      )}
      {report.evidence.length > 0 && (
        <ul className="check-ins-photos">
          {report.evidence.map((photo, index) => (
            <PhotoLine key={photo.id} photo={photo} number={index + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

function PhotoLine({ photo, number }: { readonly photo: Evidence; readonly number: number }): ReactNode {
  const { t } = useTranslation('check-in');
  return (
    <li>
      <a href={photo.photoHref} target="_blank" rel="noreferrer">
        <img src={photo.photoHref} width={photo.width} height={photo.height} loading="lazy" alt={t('photos.shot', { number })} />
      </a>
      {photo.verdict === 'rejected' && <Badge tone="late">{t('verdict.rejected')}</Badge>}
      {photo.flags.map((flag) => (
        <Link key={flag.id} href={pageOf.evidenceFlag(flag.id)} className={flag.isOpen ? 'mv-late' : 'mv-muted'}>
          {t(`flag.${flag.kind}.short`)}
        </Link>
      ))}
    </li>
  );
}
