import type { Candidate } from '@makaverse/contract/meetings-room';
import { Button } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '#lib/moments.ts';
import type { CandidateMoves } from '../model/candidate-moves.ts';

/** What does not stand on the agenda, each with its worth, its minutes and why it is outside. */
export function CandidateList(props: {
  readonly title: string;
  readonly candidates: readonly Candidate[];
  readonly moves: CandidateMoves | null;
  readonly isBusy: boolean;
}): ReactNode {
  const { title, candidates, moves, isBusy } = props;
  const { t } = useTranslation('meetings');
  return (
    <Section title={title} count={candidates.length}>
      {candidates.length === 0 && <p className="mv-muted">{t('refresh.allFit')}</p>}
      <ul className="refresh-outside">
        {candidates.map((one) => (
          <li key={one.key} data-key={one.key}>
            <p className="refresh-title">
              <Link href={one.href}>{one.title}</Link>
            </p>
            <p className="refresh-reason">{one.reason}</p>
            <p className="refresh-why">
              {t('refresh.worth', { value: numberInWords(one.value), count: one.minutes })}
              {'. '}
              {one.dropReason === null ? t('refresh.noRoom') : t('refresh.dropped', { reason: one.dropReason })}
            </p>
            {moves && (
              <div className="refresh-moves">
                <Button isSmall disabled={isBusy} onClick={() => moves.pin(one)} aria-label={t('refresh.takeThis', { title: one.title })}>
                  {t('refresh.take')}
                </Button>
                {one.dropReason !== null && (
                  <Button isSmall disabled={isBusy} onClick={() => moves.drop(one, null)}>
                    {t('refresh.undrop')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
