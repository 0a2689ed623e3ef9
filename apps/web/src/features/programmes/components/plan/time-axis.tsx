import { formatDate } from '@makaverse/calendar';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#lib/language.ts';
import type { TimeScale } from '../../model/plan/time-scale.ts';

/** Months or years along the top, and today as a line with its name. */
export function TimeAxis(props: {
  readonly scale: TimeScale;
  readonly today: string;
  readonly top: number;
  readonly bottom: number;
}): ReactNode {
  const { scale, today, top, bottom } = props;
  const { t } = useTranslation('plan');
  const now = scale.x(today);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick.date}>
          <line x1={tick.x} x2={tick.x} y1={top} y2={bottom} className="plan-grid-line" />
          <text x={tick.x + 3} y={top + 10} className="plan-tick">
            {monthName(tick.date, tick.kind === 'year')}
          </text>
        </g>
      ))}
      <line x1={now} x2={now} y1={top + 14} y2={bottom} className="plan-today" />
      <text x={now} y={bottom + 13} className="plan-today-name" textAnchor="middle">
        {t('figure.today')}
      </text>
    </g>
  );
}

/** "Mar", or "2023" where a year begins. */
function monthName(date: string, isYear: boolean): string {
  const [, month, year] = formatDate(date, currentLanguage(), 'short').split(' ');
  return (isYear ? year : month) ?? '';
}
