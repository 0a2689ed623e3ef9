import { readTruth, type ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { ColourMark } from '#lib/programme-strip.tsx';
import { Shown } from '#lib/shown.tsx';
import './truth.css';

/** The truth about a programme in one sentence, over whatever page it heads. */
export function TruthBanner({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('truth');
  const truth = useRead(readTruth, { params: { id } }, { topics: [`programme:${id}`] });
  return (
    <Shown reading={truth}>
      {(data) => (
        <div className="truth-banner">
          <TruthLine truth={data} />
          <ButtonLink href={pageOf.programmeTruth(id)}>{t('page.open')}</ButtonLink>
        </div>
      )}
    </Shown>
  );
}

/** Mark and sentence, and the reviewer's light where it is another. */
export function TruthLine({ truth }: { readonly truth: ProgrammeTruth }): ReactNode {
  const { t } = useTranslation('truth');
  const { standing, sentence } = truth;
  const { rating } = standing;
  return (
    <>
      <p className="truth-marks">
        <ColourMark light={standing.colour} />
        {rating && (
          <span className="truth-rating">
            {t(standing.isDisputed ? 'rating.differs' : 'rating.agrees', { name: rating.by.name })} <ColourMark light={rating.light} />
          </span>
        )}
      </p>
      <p className="truth-sentence">{sentence}</p>
      {standing.daysLost.ours + standing.daysLost.theirs > 0 && <p className="mv-muted">{t('daysLost', standing.daysLost)}</p>}
    </>
  );
}
