import { readToday } from '@makaverse/contract/today';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { daysFromNow, dayInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { AskList } from '../components/ask-list.tsx';

/** What is asked of me today, and what I wait for from others. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('today');
  const session = useSession();
  const today = useRead(readToday, {}, { topics: [`person:${session.person!.id}`] });
  return (
    <Shown reading={today}>
      {({ asks, waitingFor, doneToday }) => {
        const late = asks.filter((ask) => ask.isLate).length;
        return (
          <>
            <PageHeading
              kicker={dayInWords(session.now)}
              title={
                asks.length === 0
                  ? t('heading.none')
                  : late > 0
                    ? t('heading.late', { count: asks.length, late })
                    : t('heading.some', { count: asks.length })
              }
              sub={`${session.person!.name}, ${session.person!.title}`}
            />
            {asks.length === 0 ? (
              <EmptyState title={t('none')} action={<ButtonLink href={pageOf.directives()}>{t('seeDirectives')}</ButtonLink>} />
            ) : (
              <AskList asks={asks} now={session.now} />
            )}
            {waitingFor.length > 0 && (
              <Section title={t('waiting.title')} count={waitingFor.length}>
                <ul className="ask-list">
                  {waitingFor.map((item) => (
                    <li key={item.key} className="ask">
                      <div className="ask-words">
                        <p className="ask-title">
                          <Link href={item.href}>{item.title}</Link>
                        </p>
                        <p className="ask-detail">{item.detail}</p>
                      </div>
                      <p className="ask-when">
                        {item.forWhom}
                        <span className="mv-muted">{t('since', { when: daysFromNow(item.since, session.now) })}</span>
                      </p>
                      <span>{item.isLate && <Badge tone="late">{t('late')}</Badge>}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {doneToday.length > 0 && (
              <details className="today-done">
                <summary>{t('done', { count: doneToday.length })}</summary>
                <ul>
                  {doneToday.map((item) => (
                    <li key={item.key}>
                      <Link href={item.href}>{item.title}</Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        );
      }}
    </Shown>
  );
}
