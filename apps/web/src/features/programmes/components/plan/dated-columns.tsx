import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Adds a date, and with it a column of planned figures. */
export function AddDate({ onAdd }: { readonly onAdd: (on: string) => void }): ReactNode {
  const { t } = useTranslation('plan');
  const [on, setOn] = useState('');
  return (
    <div className="plan-add-date">
      <DateInput label={t('grid.newDate')} value={on} onValueChange={setOn} min="1946-01-01" max="2199-12-31" />
      <Button
        onClick={() => {
          if (on === '') return;
          onAdd(on);
          setOn('');
        }}
      >
        {t('grid.addDate')}
      </Button>
    </div>
  );
}
