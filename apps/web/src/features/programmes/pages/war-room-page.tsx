import type { ReplyOf } from '@makaverse/contract/endpoint';
import { readRegister } from '@makaverse/contract/programmes-obstacles';
import { listStandings } from '@makaverse/contract/programmes-truth';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { momentInWords, numberInWords } from '#lib/moments.ts';
import { chanceInWords, ColourMark } from '#lib/programme-strip.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { useWallScreen } from '#lib/use-wall-screen.ts';
import { Rupiah } from '../components/obstacles/obstacle-list.tsx';
import { useTurning } from '../components/truth/use-turning.ts';
import '../components/truth/war-room.css';

type Standings = ReplyOf<typeof listStandings>;
type Register = ReplyOf<typeof readRegister>;

/** Two lines for each of these, with the heading and the foot: twelve lines, as many as are read at five metres. */
const mostOnSheet = 5;
const refetchMs = 60_000;

/** The wall of the War Room: sheet after sheet, by itself, what is worst, what blocks, and what moved in the week. */
export function WarRoomPage(): ReactNode {
  const standings = useRead(listStandings, { query: { only: 'troubled', limit: mostOnSheet } }, { refetchMs });
  const register = useRead(readRegister, {}, { refetchMs });
  return (
    <main className="wall" data-scale="room">
      <Shown reading={standings}>
        {(read) => <Shown reading={register}>{(known) => <Wall standings={read} register={known} />}</Shown>}
      </Shown>
    </main>
  );
}

function Wall({ standings, register }: { readonly standings: Standings; readonly register: Register }): ReactNode {
  const { t } = useTranslation('truth');
  const { now } = useSession();
  const isFull = useWallScreen();
  const worst = standings.items.filter((one) => one.colour !== 'green' && one.colour !== null);
  const sheets = [
    <Programmes key="programmes" title={t('wall.worst', { count: worst.length })} items={worst} />,
    ...(register.awaited.length > 0 ? [<Waits key="waits" register={register} />] : []),
    <Week key="week" week={standings.week} />,
  ];
  const { at, isHeld } = useTurning(sheets.length);
  return (
    <>
      {sheets[at]}
      <p className="wall-foot">
        <span>{momentInWords(now)}</span>
        <span>
          {t('wall.sheet', { at: at + 1, of: sheets.length })}
          {isHeld && ` ${t('wall.held')}`}
        </span>
        {!isFull && <span className="mv-wide-only">{t('wall.keys')}</span>}
      </p>
    </>
  );
}

function Programmes({ title, items }: { readonly title: string; readonly items: Standings['items'] }): ReactNode {
  const { t } = useTranslation('truth');
  return (
    <>
      <h1>{title}</h1>
      <ol>
        {items.map((one) => (
          <li key={one.programme.id}>
            <ColourMark light={one.colour} />
            <span className="wall-name">{`${one.programme.number}. ${one.programme.name}`}</span>
            <span className="wall-figure">
              {one.chance !== null
                ? `${chanceInWords(one.chance)}${one.isChanceSynthetic ? ` (${t('synthetic')})` : ''}`
                : one.trend === 'unknown'
                  ? ''
                  : t(`trend.${one.trend}`)}
            </span>
            <span className="wall-why">{one.reasons.slice(0, 2).join('; ')}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Waits({ register }: { readonly register: Register }): ReactNode {
  const { t } = useTranslation(['truth', 'obstacles']);
  return (
    <>
      <h1>{t('wall.waits', register.daysLost)}</h1>
      <ol>
        {register.awaited.slice(0, mostOnSheet).map((one) => {
          const name = one.remover.kind === 'unit' ? one.remover.unit.name : one.remover.authority;
          return (
            <li key={name}>
              <span>{t('wall.days', { count: one.daysLost.ours + one.daysLost.theirs })}</span>
              <span className="wall-name">{name}</span>
              <span className="wall-figure">{one.costSoFar > 0 && <Rupiah amount={one.costSoFar} />}</span>
              <span className="wall-why">{one.obstacles.map((obstacle) => obstacle.words).join('; ')}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const movements = ['worse', 'better', 'promisesMoved', 'milestonesDone', 'forecastsFalling'] as const;

function Week({ week }: { readonly week: Standings['week'] }): ReactNode {
  const { t } = useTranslation('truth');
  return (
    <>
      <h1>{t('wall.week')}</h1>
      <ol>
        {movements.map((key) => (
          <li key={key}>
            <strong className="wall-figure">{numberInWords(week[key])}</strong>
            <span className="wall-name">{t(`week.${key}`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
