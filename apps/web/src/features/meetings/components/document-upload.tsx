import { addDocument } from '@makaverse/contract/meetings';
import { Button } from '@makaverse/ui/button';
import { Field } from '@makaverse/ui/field';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** Adds a document to an agenda item. */
export function DocumentUpload({ itemId }: { readonly itemId: string }): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const add = useAct(addDocument, {
    onDone: () => {
      setFile(null);
      if (input.current) input.current.value = '';
    },
  });
  return (
    <details>
      <summary>{t('document.add')}</summary>
      <form
        className="app-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) add.mutate({ params: { id: itemId }, file });
        }}
      >
        <Field label={t('document.file')} hint={t('document.hint')}>
          {(control) => (
            <input {...control} ref={input} type="file" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
          )}
        </Field>
        <FailureNotice failure={add.error} />
        <Button type="submit" disabled={!file} isBusy={add.isPending} busyText={t('shell:act.sending')}>
          {t('document.send')}
        </Button>
      </form>
    </details>
  );
}
