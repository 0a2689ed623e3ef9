import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '#lib/moments.ts';
import { dayOfAddress } from '../model/directory-address.ts';
import type { SeenDay } from './use-day.ts';

/** The field in which one goes to another day, and the way back to today. */
export function DayChoice({ day }: { readonly day: SeenDay }): ReactNode {
  const { t } = useTranslation('directory');
  // What is being typed is not yet a day to be asked for; the field keeps it.
  const [typed, setTyped] = useState(day.on);
  const change = (value: string): void => {
    setTyped(value);
    const next = dayOfAddress(value);
    if (next !== null) day.choose(next);
  };
  return (
    <div className="directory-day">
      <DateInput
        label={t('day.label')}
        value={typed}
        onValueChange={change}
        spoken={day.asked === null ? t('day.today', { day: dayInWords(day.on) }) : dayInWords(day.on)}
      />
      {day.asked !== null && (
        <Button
          tone="link"
          onClick={() => {
            setTyped(day.today);
            day.choose(null);
          }}
        >
          {t('day.backToToday')}
        </Button>
      )}
    </div>
  );
}
