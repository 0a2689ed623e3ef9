import { addressOf } from '@makaverse/client/call';
import { exportPlan, importPlan, previewPlanImport, type PlanImport, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { DataTable } from '@makaverse/ui/data-table';
import { Field } from '@makaverse/ui/field';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** The plan as an Excel file: taken out, filled in, judged cell by cell, and written whole. */
export function WorkbookPart({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const params = { id: plan.programmeId };
  return (
    <div className="plan-figures">
      <Section title={t('workbook.out')} sub={t('workbook.outWords')}>
        <p>
          <ButtonLink href={addressOf(exportPlan, { params })} download="">
            {t('workbook.download')}
          </ButtonLink>
        </p>
      </Section>
      {plan.mayPlan && (
        <Section title={t('workbook.in')} sub={t('workbook.inWords')}>
          <BringBack plan={plan} />
        </Section>
      )}
    </div>
  );
}

function BringBack({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<PlanImport | null>(null);
  const [isWritten, setIsWritten] = useState(false);
  const params = { id: plan.programmeId };
  const judge = useAct(previewPlanImport, { onDone: setPreview });
  const write = useAct(importPlan, {
    onDone: () => {
      setPreview(null);
      setFile(null);
      setIsWritten(true);
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setPreview(null);
    setIsWritten(false);
    judge.reset();
    write.reset();
    if (chosen) judge.mutate({ params, file: chosen });
  };
  return (
    <div className="mv-stack">
      <Field label={t('workbook.file')} hint={t('workbook.fileHint')}>
        {(control) => (
          <input
            {...control}
            // An input cannot be emptied otherwise once its file was written.
            key={String(isWritten)}
            type="file"
            className="mv-input"
            accept=".xlsx"
            onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      {judge.isPending && <p role="status">{t('workbook.judging')}</p>}
      <FailureNotice failure={judge.error} />
      {isWritten && <Notice tone="good" title={t('workbook.written')} />}
      {preview && preview.errorCount > 0 && <WrongCells preview={preview} />}
      {preview && preview.errorCount === 0 && file && (
        <GoodFile
          preview={preview}
          mayReplan={plan.mayReplan}
          isBusy={write.isPending}
          onWrite={(reason) => write.mutate({ params, file, body: { planVersion: preview.planVersion, ...(reason && { reason }) } })}
        />
      )}
      <FailureNotice failure={write.error} />
    </div>
  );
}

function WrongCells({ preview }: { readonly preview: PlanImport }): ReactNode {
  const { t } = useTranslation('plan');
  return (
    <>
      <Notice tone="late" isUrgent title={t('workbook.wrong', { count: preview.errorCount })}>
        {t('workbook.wrongWords')}
      </Notice>
      <DataTable
        caption={t('workbook.wrong', { count: preview.errorCount })}
        isCaptionHidden
        columns={[
          { key: 'cell', heading: t('workbook.cell'), value: (row) => [row.sheet, row.cell].filter(Boolean).join(', ') },
          { key: 'found', heading: t('workbook.found'), value: (row) => row.found },
          { key: 'problem', heading: t('workbook.problem'), value: (row) => row.problem },
          { key: 'expected', heading: t('workbook.expected'), value: (row) => row.expected },
        ]}
        rows={preview.errors}
        rowId={(row) => `${row.sheet} ${row.cell} ${row.problem}`}
        csvName="sel-yang-salah"
      />
    </>
  );
}

function GoodFile(props: {
  readonly preview: PlanImport;
  readonly mayReplan: boolean;
  readonly isBusy: boolean;
  readonly onWrite: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const { preview, mayReplan } = props;
  const [reason, setReason] = useState('');
  if (preview.isReplanning && !mayReplan) return <Notice tone="late" title={t('workbook.replanning')} />;
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onWrite(reason);
      }}
    >
      <ul>
        {preview.counts.map((one) => (
          <li key={one.sheet}>
            {t('workbook.counts', { title: one.title, added: one.new, changed: one.changed, same: one.same, removed: one.removed })}
          </li>
        ))}
      </ul>
      {preview.isReplanning && (
        <TextArea
          label={t('grid.reason')}
          hint={t('grid.reasonHint')}
          value={reason}
          onValueChange={setReason}
          required
          maxLength={2000}
          isWide
        />
      )}
      <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('shell:act.sending')}>
        {t('workbook.write')}
      </Button>
    </form>
  );
}
