import { addDays, instantAt, witaDate } from '@makaverse/calendar';
import { Button } from '@makaverse/ui/button';
import { DateInput, TimeInput } from '@makaverse/ui/date-time-inputs';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';

/** When the refresh is held and how many minutes it has; everything else comes from the meeting it refreshes. */
export function NextMeetingForm({
  isBusy,
  onSubmit,
}: {
  readonly isBusy: boolean;
  readonly onSubmit: (body: { startsAt: string; minutes: number }) => void;
}): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const { now } = useSession();
  const [day, setDay] = useState(addDays(witaDate(new Date(now)), 7));
  const [time, setTime] = useState('09:00');
  const [minutes, setMinutes] = useState('90');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ startsAt: instantAt(day, time).toISOString(), minutes: Number(minutes) });
      }}
    >
      <DateInput label={t('form.day')} value={day} onValueChange={setDay} spoken={day && dayInWords(day)} required />
      <TimeInput label={t('form.from')} value={time} onValueChange={setTime} required />
      <TextInput
        label={t('form.minutes')}
        value={minutes}
        onValueChange={setMinutes}
        isNumeric
        inputMode="numeric"
        required
        unit={t('form.minutesUnit')}
      />
      <Button type="submit" tone="primary" isBusy={isBusy} busyText={t('shell:act.saving')}>
        {t('moves.next')}
      </Button>
    </form>
  );
}
