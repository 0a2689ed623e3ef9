import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Select } from '@makaverse/ui/select';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';

/** One figure of one day: of which indicator or budget line, on which day, how much. */
export function ReportForm(props: {
  readonly subjectLabel: string;
  readonly subjects: readonly { readonly value: string; readonly label: string }[];
  readonly figureLabel: string;
  readonly figureHint: string;
  readonly figureError: string;
  readonly read: (written: string) => number | null;
  readonly today: string;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly onSend: (report: { id: string; on: string; figure: number }) => void;
}): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const { subjects, today } = props;
  const [id, setId] = useState<string | null>(subjects.length === 1 ? subjects[0]!.value : null);
  const [on, setOn] = useState(today);
  const [written, setWritten] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        const figure = props.read(written);
        setIsWrong(figure === null);
        if (figure !== null && id !== null) props.onSend({ id, on, figure });
      }}
    >
      <Select
        label={props.subjectLabel}
        options={subjects}
        value={id}
        onValueChange={setId}
        placeholder={t('report.choose')}
        required
        isWide
      />
      <DateInput label={t('report.on')} value={on} onValueChange={setOn} max={today} required spoken={on && dayInWords(on)} />
      <TextInput
        label={props.figureLabel}
        hint={props.figureHint}
        value={written}
        onValueChange={setWritten}
        isNumeric
        required
        error={isWrong ? props.figureError : null}
      />
      <FailureNotice failure={props.failure} />
      <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('shell:act.sending')}>
        {t('report.send')}
      </Button>
    </form>
  );
}
