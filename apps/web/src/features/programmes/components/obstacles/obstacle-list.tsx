import type { Obstacle } from '@makaverse/contract/programmes-obstacles';
import { pageOf } from '@makaverse/contract/pages';
import { formatRupiah } from '@makaverse/calendar';
import { Badge } from '@makaverse/ui/badge';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#lib/language.ts';
import { dayShort, momentInWords } from '#lib/moments.ts';
import './obstacles.css';

/** Rupiah in running text, the exact figure on hover. */
export function Rupiah({ amount }: { readonly amount: number }): ReactNode {
  return <span title={formatRupiah(amount, currentLanguage())}>{formatRupiah(amount, currentLanguage(), 'short')}</span>;
}

/** Obstacles, each with what blocks, on whose table it lies and until when, and what it has cost. */
export function ObstacleList(props: {
  readonly obstacles: readonly Obstacle[];
  readonly label: string;
  /** Under its programme's own heading the programme need not be named. */
  readonly isOfOneProgramme?: boolean;
}): ReactNode {
  const { obstacles, label, isOfOneProgramme } = props;
  return (
    <ul className="obstacle-list" aria-label={label}>
      {obstacles.map((one) => (
        <ObstacleLine key={one.id} one={one} isOfOneProgramme={isOfOneProgramme ?? false} />
      ))}
    </ul>
  );
}

function ObstacleLine({ one, isOfOneProgramme }: { readonly one: Obstacle; readonly isOfOneProgramme: boolean }): ReactNode {
  const { t } = useTranslation('obstacles');
  const remover = one.remover.kind === 'unit' ? one.remover.unit.name : one.remover.authority;
  const isWithAuthority = one.state === 'with-authority' && one.lateSince === null;
  const { lateSince } = one;
  const clock = lateSince ? 'late' : one.state === 'open' && one.rung === 'mayor' ? 'highest' : one.state;
  return (
    <li className="obstacle-one">
      <div>
        <p className="obstacle-words">
          <Link href={pageOf.obstacle(one.id)}>{one.words}</Link>
        </p>
        <p className="obstacle-meta">
          {isOfOneProgramme ? t('list.remover', { remover }) : `${one.programme.number}. ${one.programme.name}`}
          {', '}
          {t('list.since', { since: dayShort(one.sinceOn) })}
        </p>
      </div>
      <div>
        <p>
          {one.state === 'solved' ? (
            <Badge tone="good">{t('state.solved')}</Badge>
          ) : (
            <>
              <Badge tone={lateSince ? 'late' : 'waiting'}>{t(isWithAuthority ? 'state.with-authority' : `rung.${one.rung}`)}</Badge>{' '}
              {isWithAuthority ? remover : (one.lies.person?.name ?? one.lies.office)}
            </>
          )}
        </p>
        <p className={lateSince ? 'obstacle-meta mv-late' : 'obstacle-meta'}>
          {one.state !== 'solved' && one.dueAt && t(`list.${clock}`, { due: momentInWords(lateSince ?? one.dueAt) })}
        </p>
      </div>
      <div className="obstacle-cost">
        {one.costSoFar !== null && (
          <p>
            <Rupiah amount={one.costSoFar} />
          </p>
        )}
        <p className="obstacle-meta">{t('daysLost', one.daysLost)}</p>
      </div>
    </li>
  );
}
