import type { Ask } from '@makaverse/contract/today';
import { ButtonLink } from '@makaverse/ui/button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords, daysFromNow } from '#lib/moments.ts';
import './ask-list.css';

/** What is asked of somebody, in the order given: what, from whom, since when, until when, and the one button that does it. */
export function AskList({ asks, now }: { readonly asks: readonly Ask[]; readonly now: string }): ReactNode {
  const { t } = useTranslation('today');
  return (
    <ol className="ask-list">
      {asks.map((ask) => (
        <li key={ask.key} className={ask.isLate ? 'ask ask-late' : 'ask'}>
          <div className="ask-words">
            <p className="ask-kind">{t(`kind.${ask.kind}`)}</p>
            <p className="ask-title">{ask.title}</p>
            {ask.detail && <p className="ask-detail">{ask.detail}</p>}
          </div>
          <p className="ask-when">
            {ask.dueAt && (
              <span className={ask.isLate ? 'mv-late' : undefined}>
                <time dateTime={ask.dueAt} title={momentInWords(ask.dueAt)}>
                  {t(ask.isLate ? 'due.late' : 'due.open', { when: daysFromNow(ask.dueAt, now) })}
                </time>
              </span>
            )}
            <span className="mv-muted">
              {ask.from
                ? t('sinceFrom', { name: ask.from.name, when: daysFromNow(ask.since, now) })
                : t('since', { when: daysFromNow(ask.since, now) })}
            </span>
          </p>
          <ButtonLink href={ask.href} tone={ask.isLate ? 'primary' : 'quiet'} aria-label={`${t(`button.${ask.kind}`)}: ${ask.title}`}>
            {t(`button.${ask.kind}`)}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}
