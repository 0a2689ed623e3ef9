import { addressOf } from '@makaverse/client/call';
import {
  addProgrammeDocument,
  readProgrammeDocument,
  removeProgrammeDocument,
  type ProgrammePlan,
} from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Field } from '@makaverse/ui/field';
import { Link } from '@makaverse/ui/link';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords, numberInWords } from '#lib/moments.ts';

/** Papers of the programme: budget document, contract, drawings. */
export function DocumentsPart({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  return (
    <div className="plan-figures">
      {plan.documents.length === 0 ? (
        <EmptyState title={t('document.empty')} />
      ) : (
        <ul className="plan-documents">
          {plan.documents.map((one) => (
            <li key={one.id}>
              <Link href={addressOf(readProgrammeDocument, { params: { id: one.id } })} download={one.name}>
                {one.name}
              </Link>
              <span className="mv-muted">
                {t('document.facts', {
                  size: numberInWords(Math.max(1, Math.round(one.size / 1000))),
                  by: one.uploadedBy.name,
                  when: momentInWords(one.uploadedAt),
                })}
              </span>
              {plan.mayPlan && <RemoveDocument id={one.id} name={one.name} />}
            </li>
          ))}
        </ul>
      )}
      {plan.mayPlan && <DocumentForm programmeId={plan.programmeId} />}
    </div>
  );
}

function RemoveDocument({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAct(removeProgrammeDocument, { onDone: () => setIsAsking(false) });
  return (
    <>
      <Button aria-label={t('document.removeThis', { name })} onClick={() => setIsAsking(true)}>
        {t('document.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => remove.mutate({ params: { id } })}
        title={t('document.removeTitle', { name })}
        confirmText={t('document.remove')}
        tone="danger"
        isBusy={remove.isPending}
        busyText={t('shell:act.sending')}
      >
        {t('document.removeWords')}
        <FailureNotice failure={remove.error} />
      </ConfirmDialog>
    </>
  );
}

function DocumentForm({ programmeId }: { readonly programmeId: string }): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const add = useAct(addProgrammeDocument, {
    onDone: () => {
      setFile(null);
      if (input.current) input.current.value = '';
    },
  });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) add.mutate({ params: { id: programmeId }, file });
      }}
    >
      <Field label={t('document.file')} hint={t('document.hint')}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            className="mv-input"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      <FailureNotice failure={add.error} />
      <Button type="submit" disabled={!file} isBusy={add.isPending} busyText={t('shell:act.sending')}>
        {t('document.send')}
      </Button>
    </form>
  );
}
