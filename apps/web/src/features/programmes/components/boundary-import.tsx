import { importBoundaries, previewBoundaries, type BoundaryPreview } from '@makaverse/contract/programmes-areas';
import { Button } from '@makaverse/ui/button';
import { DataTable } from '@makaverse/ui/data-table';
import { Field } from '@makaverse/ui/field';
import { Notice } from '@makaverse/ui/notice';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** A GeoJSON file, judged feature by feature as soon as it is chosen, and written whole. */
export function BoundaryImport(): ReactNode {
  const { t } = useTranslation('boundaries');
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<BoundaryPreview | null>(null);
  const [written, setWritten] = useState(0);
  const judge = useAct(previewBoundaries, { onDone: setPreview });
  const write = useAct(importBoundaries, {
    onDone: (reply) => {
      setPreview(null);
      setFile(null);
      setWritten(reply.written);
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setPreview(null);
    setWritten(0);
    judge.reset();
    write.reset();
    if (chosen) judge.mutate({ file: chosen });
  };
  return (
    <div className="mv-stack">
      <Field label={t('import.file')} hint={t('import.fileHint')}>
        {(control) => (
          <input
            {...control}
            // An input cannot be emptied otherwise once its file was written.
            key={String(written > 0)}
            type="file"
            className="mv-input"
            accept=".geojson,.json,application/geo+json"
            onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      {judge.isPending && <p role="status">{t('import.judging')}</p>}
      <FailureNotice failure={judge.error} />
      {written > 0 && <Notice tone="good" title={t('import.written', { count: written })} />}
      {preview && preview.errorCount > 0 && <WrongFeatures preview={preview} />}
      {preview && preview.errorCount === 0 && file && (
        <GoodFile preview={preview} isBusy={write.isPending} onWrite={(source) => write.mutate({ file, body: { source } })} />
      )}
      <FailureNotice failure={write.error} />
    </div>
  );
}

function WrongFeatures({ preview }: { readonly preview: BoundaryPreview }): ReactNode {
  const { t } = useTranslation('boundaries');
  const title = t('import.wrong', { count: preview.errorCount });
  return (
    <>
      <Notice tone="late" isUrgent title={title}>
        {t('import.wrongWords')}
      </Notice>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          { key: 'feature', heading: t('import.feature'), value: (row) => row.feature, isNumeric: true, width: '5rem' },
          { key: 'name', heading: t('import.name'), value: (row) => row.name },
          { key: 'problem', heading: t('import.problem'), value: (row) => row.problem },
          { key: 'expected', heading: t('import.expected'), value: (row) => row.expected },
        ]}
        rows={preview.errors}
        rowId={(row) => String(row.feature)}
        csvName="fitur-yang-salah"
      />
    </>
  );
}

function GoodFile(props: {
  readonly preview: BoundaryPreview;
  readonly isBusy: boolean;
  readonly onWrite: (source: string) => void;
}): ReactNode {
  const { t } = useTranslation(['boundaries', 'shell']);
  const { preview } = props;
  const [source, setSource] = useState('');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onWrite(source);
      }}
    >
      <ul>
        <li>{t('import.found', { kelurahan: preview.kelurahan, kecamatan: preview.kecamatan })}</li>
        {preview.replaced > 0 && <li>{t('import.replaced', { count: preview.replaced })}</li>}
        <li>
          {preview.missing.length === 0 ? (
            t('import.noneMissing')
          ) : (
            <details>
              <summary>{t('import.missing', { count: preview.missing.length })}</summary>
              {preview.missing.join(', ')}
            </details>
          )}
        </li>
      </ul>
      <TextInput
        label={t('import.source')}
        hint={t('import.sourceHint')}
        value={source}
        onValueChange={setSource}
        required
        maxLength={300}
        isWide
      />
      <Button type="submit" tone="primary" disabled={source.trim() === ''} isBusy={props.isBusy} busyText={t('shell:act.sending')}>
        {t('import.write')}
      </Button>
    </form>
  );
}
