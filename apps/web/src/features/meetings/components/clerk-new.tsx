import type { Directive } from '@makaverse/contract/directives';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#lib/draft.ts';
import { freshId } from '#lib/fresh-id.ts';
import { useSession } from '#lib/session.tsx';
import { newDirective } from '../model/line-parts.ts';
import { ClerkEditor } from './clerk-editor.tsx';
import { outbox } from './use-outbox.ts';

/** The empty line, ready for the next directive. Enter puts it into the outbox and empties it, so that nothing is waited for. */
export function ClerkNew(props: {
  readonly meetingId: string;
  readonly agendaItemId: string | null;
  readonly now: string;
  readonly last: Directive | null;
  readonly onWalk: (direction: 'older' | 'newer') => void;
}): ReactNode {
  const { meetingId, agendaItemId, now, last, onWalk } = props;
  const { t } = useTranslation('meeting-room');
  const personId = useSession().person!.id;
  const [line, setLine, forget] = useDraft(newLineKey(personId, meetingId), '');
  const [isFull, setIsFull] = useState(false);
  return (
    <ClerkEditor
      label={t('clerk.line')}
      value={line}
      now={now}
      onValueChange={setLine}
      onKeep={(parts, raw) => {
        const body = { ...newDirective(parts), ...(agendaItemId && { agendaItemId }), spokenAt: now };
        try {
          outbox.keep({ id: freshId(), personId, meetingId, line: raw, body });
          setIsFull(false);
          forget();
        } catch {
          // The device has no room left: the line stays where it is and says so.
          setIsFull(true);
        }
      }}
      onEscape={() => undefined}
      onWalk={onWalk}
    >
      {isFull && (
        <p role="alert" className="mv-late">
          {t('outbox.full')}
        </p>
      )}
      <p role="status" className="clerk-last">
        {last &&
          (last.gaps.length > 0
            ? t('clerk.keptWithGaps', { number: last.number, count: last.gaps.length })
            : t('clerk.keptWhole', { number: last.number }))}
      </p>
    </ClerkEditor>
  );
}

/** Where an unsent line is kept on this device. */
export function newLineKey(personId: string, meetingId: string): string {
  return `clerk.${personId}.${meetingId}`;
}
