import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from './draft.ts';

/** Words that are sent once; until then they are kept on the device. `sent` is to be called once the server has them. */
export function WordsForm(props: {
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string;
  readonly submitText: string;
  readonly isBusy: boolean;
  readonly onSubmit: (words: string, sent: () => void) => void;
}): ReactNode {
  const { t } = useTranslation('shell');
  const [words, setWords, forget] = useDraft(props.draftKey, '');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(words, forget);
      }}
    >
      <TextArea label={props.label} hint={props.hint} value={words} onValueChange={setWords} required maxLength={2000} isWide />
      <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('act.sending')}>
        {props.submitText}
      </Button>
    </form>
  );
}
