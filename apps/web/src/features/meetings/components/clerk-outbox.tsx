import { freshId } from '#lib/fresh-id.ts';
import { useDraft } from '#lib/draft.ts';
import { Button } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newDirective } from '../model/line-parts.ts';
import type { ClerkEntry } from '../model/clerk-entry.ts';
import { ClerkEditor } from './clerk-editor.tsx';
import { outbox } from './use-outbox.ts';

/** Lines kept on this device that the server does not have yet, oldest first, and what keeps each of them. */
export function ClerkOutbox(props: {
  readonly entries: readonly ClerkEntry[];
  readonly sendingId: string | null;
  readonly onMend: ((entry: ClerkEntry) => void) | null;
}): ReactNode {
  const { entries, sendingId, onMend } = props;
  const { t } = useTranslation('meeting-room');
  const hasTried = entries.some((entry) => entry.attempts > 0);
  const waiting = entries.filter((entry) => entry.refusal === null);
  // A line on its way for the first time is there in a moment: a notice would only flicker.
  if (entries.length === waiting.length && !hasTried) return null;
  return (
    <Notice tone="waiting" title={t('outbox.title', { count: entries.length })}>
      {waiting.length > 0 && t('outbox.safe')}
      <ol className="clerk-outbox">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="clerk-outbox-line">{entry.line}</p>
            {entry.refusal ? (
              <>
                <p className="mv-late">
                  {entry.refusal.title} {entry.refusal.detail}
                </p>
                <div className="app-buttons">
                  {onMend && (
                    <Button isSmall onClick={() => onMend(entry)}>
                      {t('outbox.mend')}
                    </Button>
                  )}
                  <Button isSmall tone="danger" onClick={() => outbox.discard(entry.id)}>
                    {t('outbox.discard')}
                  </Button>
                </div>
              </>
            ) : (
              <p className="mv-muted">{entry.id === sendingId ? t('outbox.sending') : t('outbox.waiting')}</p>
            )}
          </li>
        ))}
      </ol>
      {waiting.length > 0 && (
        <Button isSmall onClick={() => void outbox.wake()}>
          {t('outbox.now')}
        </Button>
      )}
    </Notice>
  );
}

/** A line of the outbox back in the field, held back until it is right. */
export function ClerkMend(props: {
  readonly entry: ClerkEntry;
  readonly now: string;
  readonly onDone: () => void;
  readonly onWalk: (direction: 'older' | 'newer') => void;
}): ReactNode {
  const { entry, now, onDone, onWalk } = props;
  const { t } = useTranslation(['meeting-room', 'shell']);
  const [line, setLine, forget] = useDraft(`clerk.mend.${entry.id}`, entry.line);
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    outbox.hold(entry.id);
    return () => outbox.release(entry.id);
  }, [entry.id]);
  const cancel = (): void => {
    forget();
    onDone();
  };
  return (
    <ClerkEditor
      label={t('outbox.mending')}
      value={line}
      now={now}
      onValueChange={setLine}
      onKeep={(parts, raw) => {
        const { agendaItemId, spokenAt } = entry.body;
        const body = { ...newDirective(parts), ...(agendaItemId && { agendaItemId }), ...(spokenAt && { spokenAt }) };
        if (outbox.replace(entry.id, { id: freshId(), line: raw, body })) cancel();
        else setIsGone(true);
      }}
      onEscape={cancel}
      onWalk={onWalk}
    >
      <div className="clerk-under">
        <p className={isGone ? 'mv-late' : 'mv-muted'}>{t(isGone ? 'outbox.gone' : 'clerk.editHint')}</p>
        <Button isSmall onClick={cancel}>
          {t('shell:act.cancel')}
        </Button>
      </div>
    </ClerkEditor>
  );
}
