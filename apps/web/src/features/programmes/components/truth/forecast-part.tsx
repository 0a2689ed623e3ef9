import type { ForecastScore, ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, dayShort, numberInWords } from '#lib/moments.ts';
import { chanceInWords } from '#lib/programme-strip.tsx';

/** When it will be finished, how sure that is, why, and how good such forecasts have been so far. */
export function ForecastPart({ truth }: { readonly truth: ProgrammeTruth }): ReactNode {
  const { t } = useTranslation('truth');
  const { forecast, forecastOn, score } = truth;
  return (
    <Section title={t('forecast.title')} {...(forecastOn && { sub: t('forecast.made', { on: dayInWords(forecastOn) }) })}>
      {forecast.outcome === 'forecast' && (
        <>
          <dl className="truth-figures">
            <Figure label={t('forecast.chance', { on: dayShort(forecast.dueOn) })} value={chanceInWords(forecast.chance)} />
            <Figure label={t('forecast.on50')} value={dayShort(forecast.on50)} />
            <Figure label={t('forecast.on85')} value={dayShort(forecast.on85)} />
          </dl>
          {forecast.reasons.length > 0 && (
            <>
              <p>{t('forecast.because')}</p>
              <ol>
                {forecast.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ol>
            </>
          )}
          <p className="mv-muted">{t('forecast.basis', forecast.basis)}</p>
          {forecast.basis.synthetic > 0 && <p>{t('forecast.synthetic', { count: forecast.basis.synthetic })}</p>}
        </>
      )}
      {forecast.outcome === 'not-enough-history' && (
        <p>
          {t('forecast.notEnough', {
            milestones: forecast.milestones,
            programmes: forecast.programmes,
            neededMilestones: forecast.needed.milestones,
            neededProgrammes: forecast.needed.programmes,
          })}
        </p>
      )}
      {forecast.outcome === 'finished' && (
        <p>{t(forecast.isOnTime ? 'forecast.finishedInTime' : 'forecast.finishedLate', { on: dayInWords(forecast.finishedOn) })}</p>
      )}
      {forecast.outcome === 'no-milestones' && <p className="mv-muted">{t('forecast.noMilestones')}</p>}
      <ScoreLine score={score} />
    </Section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div className="truth-figure">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ScoreLine({ score }: { readonly score: ForecastScore | null }): ReactNode {
  const { t } = useTranslation('truth');
  if (!score) return <p className="mv-muted">{t('forecast.noScore')}</p>;
  return (
    <p className="mv-muted">
      {t('forecast.score', {
        cases: score.cases,
        programmes: score.programmes,
        score: numberInWords(score.score),
        base: numberInWords(score.baseRateScore),
        owner: numberInWords(score.percentDoneScore),
      })}
      {score.synthetic > 0 && ` ${t('forecast.scoreSynthetic', { count: score.synthetic })}`}
    </p>
  );
}
