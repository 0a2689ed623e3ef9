import { witaDate } from '@makaverse/calendar';
import type { CheckInForm } from '@makaverse/contract/programmes-check-in';
import { Button } from '@makaverse/ui/button';
import { Field } from '@makaverse/ui/field';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#lib/draft.ts';
import { freshId } from '#lib/fresh-id.ts';
import { momentInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { bodyOf, draftFrom, draftOf, faultsOf, keptOf, wayKey, type ReportDraft, type ReportWay } from '../../model/check-in/report.ts';
import { photoStore } from './photo-store.ts';
import { PhotoField } from './photo-field.tsx';
import { DoneField, PromiseField } from './promise-field.tsx';
import { reportOutbox, useReports } from './report-outbox.ts';
import { ReportState } from './report-state.tsx';
import { useOfflinePage } from './use-offline-page.ts';
import './check-in.css';

/** Three fields and a camera. Everything is kept on this device while it is written, and sent once when there is a network. */
export function ReportForm({ form, way }: { readonly form: CheckInForm; readonly way: ReportWay }): ReactNode {
  const { t } = useTranslation(['check-in', 'shell']);
  const { now } = useSession();
  useOfflinePage();
  const key = wayKey(way);
  const [text, setText, forget] = useDraft(`check-in.${key}`, '');
  const [hasTried, setHasTried] = useState(false);
  const [hasNoRoom, setHasNoRoom] = useState(false);
  const reports = useReports(way);
  const draft = draftFrom(text, form);
  const change = (next: ReportDraft): void => setText(keptOf(next, form));
  const faults = hasTried ? faultsOf(draft, form, witaDate(new Date(now))) : [];
  const isOver = way.kind === 'link' && (reports.waiting.length > 0 || reports.receipt !== null || form.sent !== null);
  const submit = (): void => {
    setHasTried(true);
    if (faultsOf(draft, form, witaDate(new Date(now))).length > 0) return;
    const id = freshId();
    try {
      reportOutbox.keep({ id, way, body: bodyOf(id, draft), photos: draft.photos, keptAt: new Date().toISOString() });
    } catch {
      setHasNoRoom(true);
      return;
    }
    forget();
    setHasTried(false);
    scrollTo({ top: 0 });
  };
  return (
    <div className="check-in">
      <PageHeading
        kicker={t('kicker', { number: form.programme.number, unit: form.unit.name })}
        title={form.programme.name}
        sub={
          <span className={form.isLate ? 'mv-late' : undefined}>
            {t(form.isLate ? 'dueLate' : 'due', { when: momentInWords(form.dueAt) })}
          </span>
        }
      />
      <ReportState
        {...reports}
        onMend={(entry) => {
          change(draftOf(entry));
          reportOutbox.discard(entry.id);
        }}
      />
      {isOver ? (
        <p className="check-in-over">
          {form.sent && !reports.receipt && reports.waiting.length === 0
            ? t('linkSent', { when: momentInWords(form.sent.at), count: form.sent.photos })
            : t('linkOver')}
        </p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextArea
            label={t('words.label')}
            hint={t('words.hint')}
            rows={5}
            value={draft.words}
            onValueChange={(words) => change({ ...draft, words })}
            error={faults.includes('words') ? t('fault.words') : null}
          />
          <ProgressField value={draft.progress} before={form.progress} onChange={(progress) => change({ ...draft, progress })} />
          <fieldset className="check-in-part">
            <legend>{t('promise.title')}</legend>
            <DoneField form={form} draft={draft} onChange={change} />
            <PromiseField form={form} draft={draft} onChange={change} faults={faults} />
          </fieldset>
          <PhotoField
            photos={draft.photos}
            onAdd={(photo) => setText((kept) => keptOf(withPhoto(draftFrom(kept, form), photo), form))}
            onRemove={(photo) => {
              change({ ...draft, photos: draft.photos.filter((one) => one.id !== photo.id) });
              void photoStore.remove(photo.id);
            }}
          />
          {hasNoRoom && (
            <Notice tone="late" isUrgent title={t('noRoom.title')}>
              {t('noRoom.detail')}
            </Notice>
          )}
          {faults.length > 0 && (
            <p className="mv-late" role="alert">
              {t('fault.some', { count: faults.length })}
            </p>
          )}
          <Button type="submit" tone="primary" className="check-in-send">
            {t('send')}
          </Button>
          <p className="mv-hint">{t('keptHint')}</p>
        </form>
      )}
    </div>
  );
}

function withPhoto(draft: ReportDraft, photo: ReportDraft['photos'][number]): ReportDraft {
  return { ...draft, photos: [...draft.photos, photo] };
}

/** Per cent by thumb: a wide slider in steps of five, and the number beside it. */
function ProgressField(props: {
  readonly value: number;
  readonly before: number | null;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { t } = useTranslation('check-in');
  return (
    <Field label={t('progress.label')} hint={props.before === null ? t('progress.first') : t('progress.before', { percent: props.before })}>
      {(control) => (
        <span className="check-in-progress">
          <input
            {...control}
            type="range"
            min={0}
            max={100}
            step={5}
            value={props.value}
            aria-valuetext={t('progress.percent', { percent: props.value })}
            onChange={(event) => props.onChange(Number(event.currentTarget.value))}
          />
          <output>{t('progress.percent', { percent: props.value })}</output>
        </span>
      )}
    </Field>
  );
}
