import { writeItemNotes, type AgendaItem } from '@makaverse/contract/meetings';
import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useHeldEdit } from './use-held-edit.ts';

/** Notes on the item under way. While some are unsaved the form stays with their item, also when the chair has moved on. */
export function ClerkNotes(props: {
  readonly meetingId: string;
  readonly agenda: readonly AgendaItem[];
  readonly current: AgendaItem | null;
}): ReactNode {
  const { meetingId, agenda, current } = props;
  const { t } = useTranslation('meeting-room');
  const [heldId, hold] = useDraft(`clerk.notes-of.${meetingId}`, '');
  const held = agenda.find((item) => item.id === heldId);
  const item = held ?? current;
  return (
    <details className="clerk-notes">
      <summary>{item ? t('notes.title', { item: item.title }) : t('notes.none')}</summary>
      {item && (
        <NotesForm
          key={item.id}
          item={item}
          movedOnTo={current && current.id !== item.id ? current : null}
          onWriting={() => hold(item.id)}
          onSettled={() => hold('')}
        />
      )}
    </details>
  );
}

function NotesForm(props: {
  readonly item: AgendaItem;
  readonly movedOnTo: AgendaItem | null;
  readonly onWriting: () => void;
  readonly onSettled: () => void;
}): ReactNode {
  const { item, movedOnTo, onWriting, onSettled } = props;
  const { t } = useTranslation(['meeting-room', 'shell']);
  const live = { notes: item.notes, version: item.version };
  const edit = useHeldEdit(`clerk.notes.${item.id}`, live, (one) => one.notes);
  const settle = (): void => {
    edit.forget();
    onSettled();
  };
  const write = useAct(writeItemNotes, { onDone: settle });
  const newer = currentAfterConflict<AgendaItem>(write.error);
  // An item's version also rises when the chair moves; only other notes than those begun from are a conflict.
  const version = item.notes === edit.base.notes ? item.version : edit.base.version;
  const send = (over: number): void => write.mutate({ params: { id: item.id }, body: { notes: edit.text, version: over } });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(version);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <TextArea
        label={t('notes.label', { item: item.title })}
        hint={t('notes.hint')}
        value={edit.text}
        onValueChange={(next) => {
          edit.change(next);
          onWriting();
        }}
        maxLength={20_000}
        isWide
      />
      {movedOnTo && edit.isChanged && <p role="status">{t('notes.movedOn', { item: movedOnTo.title })}</p>}
      {newer ? (
        <ConflictNotice
          yours={edit.text}
          theirs={newer.notes}
          onKeepMine={() => send(newer.version)}
          onTakeTheirs={() => {
            settle();
            write.reset();
          }}
        />
      ) : (
        <FailureNotice failure={write.error} />
      )}
      <div className="app-buttons">
        <Button type="submit" isBusy={write.isPending} busyText={t('shell:act.saving')} disabled={!edit.isChanged}>
          {t('notes.save')}
        </Button>
      </div>
    </form>
  );
}
