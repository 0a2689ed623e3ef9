import type { ReplyOf } from '@makaverse/contract/endpoint';
import { previewImport } from '@makaverse/contract/identity-import';
import { Button } from '@makaverse/ui/button';
import { Field } from '@makaverse/ui/field';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { sampleFile, type ImportKind } from '../model/import-samples.ts';

const kinds: readonly ImportKind[] = ['units', 'people'];

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What the file holds, the file, and a sample that is taken as it stands. */
export function ChooseFile({ onJudged }: { readonly onJudged: (preview: ReplyOf<typeof previewImport>) => void }): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const [kind, setKind] = useState<ImportKind>('units');
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const judge = useAct(previewImport, { onDone: onJudged });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(file === null);
        if (file !== null && !judge.isPending) judge.mutate({ body: { kind }, file });
      }}
    >
      <RadioGroup
        legend={t('import.kind')}
        options={kinds.map((value) => ({ value, label: t(`import.kinds.${value}`), hint: t(`import.kindHints.${value}`) }))}
        value={kind}
        onValueChange={setKind}
      />
      <div className="mv-stack-tight">
        <p className="mv-prose">{t(`import.columnsOf.${kind}`)}</p>
        <p>
          <Button tone="link" onClick={() => saveText(t(`import.sampleName.${kind}`), sampleFile(kind))}>
            {t(`import.sample.${kind}`)}
          </Button>
        </p>
      </div>
      <Field label={t('import.file')} hint={t('import.fileHint')} error={isMissing && file === null ? t('import.fileMissing') : null}>
        {(control) => (
          <input
            {...control}
            type="file"
            className="mv-input"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              judge.reset();
            }}
          />
        )}
      </Field>
      <FailureNotice failure={judge.error} />
      <Button type="submit" tone="primary" isBusy={judge.isPending} busyText={t('import.judging')}>
        {t('import.judge')}
      </Button>
      <p className="mv-muted">{t('import.nothingYet')}</p>
    </form>
  );
}
