import type { Light, Standing } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Link } from '@makaverse/ui/link';
import { LightMark } from '@makaverse/ui/state-mark';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from './moments.ts';
import './programme-strip.css';

/** A light, or the word for a programme that has no plan yet. */
export function ColourMark({ light }: { readonly light: Light | null }): ReactNode {
  const { t } = useTranslation('truth');
  return light === null ? <Badge>{t('noPlan')}</Badge> : <LightMark light={light} word={t(`light.${light}`)} />;
}

/** A chance in whole per cent; never 0 or 100, which no forecast knows. */
export function chanceInWords(chance: number): string {
  return `${numberInWords(Math.min(99, Math.max(1, Math.round(chance * 100))))} %`;
}

/** Programmes from the worst to the best: colour, why, how it went since a week ago, what has climbed, the chance. */
export function ProgrammeStrip(props: { readonly items: readonly Standing[]; readonly label: string }): ReactNode {
  return (
    <ol className="strip" aria-label={props.label}>
      {props.items.map((one) => (
        <StripLine key={one.programme.id} one={one} />
      ))}
    </ol>
  );
}

function StripLine({ one }: { readonly one: Standing }): ReactNode {
  const { t } = useTranslation('truth');
  const { programme, rating } = one;
  const isFalling = one.chance !== null && one.chanceBefore !== null && one.chanceBefore - one.chance >= 0.1;
  return (
    <li className="strip-one">
      <div>
        <ColourMark light={one.colour} />
        {one.trend !== 'unknown' && (
          <span className={one.trend === 'worse' ? 'strip-trend strip-trend-worse' : 'strip-trend'}>{t(`trend.${one.trend}`)}</span>
        )}
      </div>
      <div className="strip-name-block">
        <p className="strip-name">
          <Link href={pageOf.programmeTruth(programme.id)}>{`${programme.number}. ${programme.name}`}</Link>
        </p>
        <p className="strip-why">{one.reasons.slice(0, 2).join('; ')}</p>
      </div>
      <p className="strip-facts">
        {one.isSilent && <Badge tone="late">{t('fact.silent')}</Badge>}
        {one.topRung !== 'none' && <Badge tone="waiting">{t(`fact.rung.${one.topRung}`)}</Badge>}
        {one.obstacles > 0 && <Badge>{t('fact.obstacles', { count: one.obstacles })}</Badge>}
        {one.movesThisWeek > 0 && <Badge tone="late">{t('fact.moved', { count: one.movesThisWeek })}</Badge>}
        {one.isDisputed && rating && <Badge tone="waiting">{t('fact.disputed', { light: t(`light.${rating.light}`) })}</Badge>}
        {one.daysLost.ours + one.daysLost.theirs > 0 && <span className="mv-muted">{t('daysLost', one.daysLost)}</span>}
      </p>
      <p className="strip-chance">
        {one.chance === null ? (
          <span className="mv-muted">{one.colour === null ? '' : t('noChance')}</span>
        ) : (
          <>
            <strong className={isFalling ? 'mv-late' : undefined}>{chanceInWords(one.chance)}</strong>
            <span className="strip-trend">{isFalling ? t('falling', { before: chanceInWords(one.chanceBefore!) }) : t('onTime')}</span>
            {one.isChanceSynthetic && <span className="mv-muted">{t('synthetic')}</span>}
          </>
        )}
      </p>
    </li>
  );
}
