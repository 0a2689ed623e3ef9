import type { Directive } from '@makaverse/contract/directives';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stepTo, type DeskPlace } from '../model/desk-walk.ts';
import { ClerkDirectives } from './clerk-directives.tsx';
import { ClerkEdit } from './clerk-edit.tsx';
import { ClerkNew } from './clerk-new.tsx';
import { ClerkMend, ClerkOutbox } from './clerk-outbox.tsx';
import { outbox, useOutbox } from './use-outbox.ts';

/** The line, what is still on its way, and the evening's directives; Alt with ↑ and ↓ walks back through them without the mouse. */
export function ClerkDesk(props: {
  readonly meetingId: string;
  readonly agendaItemId: string | null;
  /** Newest first, those of this visit included. */
  readonly directives: readonly Directive[];
  readonly now: string;
  readonly children: ReactNode;
}): ReactNode {
  const { meetingId, agendaItemId, directives, now, children } = props;
  const { t } = useTranslation('meeting-room');
  const { entries, sent, sendingId } = useOutbox(meetingId);
  const [place, setPlace] = useState<DeskPlace>({ kind: 'new' });
  const [isBusyNote, setIsBusyNote] = useState(false);
  const open = (next: DeskPlace): void => {
    // What may be with the server already must not be changed here: a moment later it is a directive and can be.
    const isOut = next.kind === 'entry' && !outbox.hold(next.id);
    setIsBusyNote(isOut);
    if (!isOut) setPlace(next);
  };
  const walk = (direction: 'older' | 'newer'): void => open(stepTo(place, direction, { entries, directives }));
  const done = (): void => open({ kind: 'new' });
  const directive = place.kind === 'directive' ? directives.find((one) => one.id === place.id) : undefined;
  const entry = place.kind === 'entry' ? entries.find((one) => one.id === place.id) : undefined;
  return (
    <>
      {directive ? (
        <ClerkEdit key={directive.id} directive={directive} now={now} onDone={done} onWalk={walk} />
      ) : entry ? (
        <ClerkMend key={entry.id} entry={entry} now={now} onDone={done} onWalk={walk} />
      ) : (
        <ClerkNew meetingId={meetingId} agendaItemId={agendaItemId} now={now} last={sent[0] ?? null} onWalk={walk} />
      )}
      {isBusyNote && <p role="status">{t('outbox.busy')}</p>}
      <p className="clerk-keys">
        {(['enter', 'tab', 'walk', 'escape'] as const).map((key) => (
          <span key={key}>
            <kbd className="mv-key">{t(`clerk.key.${key}`)}</kbd> {t(`clerk.keyDoes.${key}`)}
          </span>
        ))}
      </p>
      <ClerkOutbox entries={entries} sendingId={sendingId} onMend={(one) => open({ kind: 'entry', id: one.id })} />
      {children}
      <Section title={t('clerk.tonight')} count={directives.length}>
        {directives.length === 0 ? (
          <p className="mv-muted">{t('clerk.none')}</p>
        ) : (
          <ClerkDirectives directives={directives} onEdit={(one) => open({ kind: 'directive', id: one.id })} />
        )}
      </Section>
    </>
  );
}
