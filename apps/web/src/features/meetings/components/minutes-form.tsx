import type { editMinutes, minutes as minutesSchema } from '@makaverse/contract/meetings-room';
import type { Arguments } from '@makaverse/client/call';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Failure } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';

type Minutes = z.infer<typeof minutesSchema>;
type Edit = UseMutationResult<ReplyOf<typeof editMinutes>, Failure, Arguments<typeof editMinutes>>;

/** The draft's summary and sections, edited in place. */
export function MinutesForm({
  minutes,
  edit,
  onCancel,
}: {
  readonly minutes: Minutes;
  readonly edit: Edit;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const [summary, setSummary] = useState(minutes.summary);
  const [sections, setSections] = useState(minutes.sections);
  const [base, setBase] = useState(minutes.version);
  const newer = currentAfterConflict<Minutes>(edit.error);
  const send = (version: number): void => edit.mutate({ params: { id: minutes.meetingId }, body: { summary, sections, version } });
  const put = (index: number, change: Partial<Minutes['sections'][number]>): void =>
    setSections(sections.map((section, at) => (at === index ? { ...section, ...change } : section)));
  const inWords = (one: Pick<Minutes, 'summary' | 'sections'>): string =>
    [one.summary, ...one.sections.map((section) => `${section.heading}\n${section.body}`)].join('\n\n');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(base);
      }}
    >
      <TextArea label={t('minutes.summary')} value={summary} onValueChange={setSummary} maxLength={10_000} isWide />
      {sections.map((section, index) => (
        <fieldset key={String(index)} className="minutes-section">
          <TextInput
            label={t('minutes.sectionHeading')}
            value={section.heading}
            onValueChange={(heading) => put(index, { heading })}
            required
            maxLength={300}
            isWide
          />
          <TextArea
            label={t('minutes.sectionBody')}
            value={section.body}
            onValueChange={(body) => put(index, { body })}
            maxLength={40_000}
            isWide
          />
        </fieldset>
      ))}
      {newer ? (
        <ConflictNotice
          yours={inWords({ summary, sections })}
          theirs={inWords(newer)}
          onKeepMine={() => send(newer.version)}
          onTakeTheirs={() => {
            setSummary(newer.summary);
            setSections(newer.sections);
            setBase(newer.version);
            edit.reset();
          }}
        />
      ) : (
        <FailureNotice failure={edit.error} />
      )}
      <div className="app-buttons">
        <Button type="submit" tone="primary" isBusy={edit.isPending} busyText={t('shell:act.saving')}>
          {t('shell:act.save')}
        </Button>
        <Button onClick={onCancel}>{t('shell:act.cancel')}</Button>
      </div>
    </form>
  );
}
