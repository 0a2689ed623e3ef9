import type { AgendaItem } from '@makaverse/contract/meetings';
import { moveToItem } from '@makaverse/contract/meetings-room';
import { Badge } from '@makaverse/ui/badge';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** The agenda to jump in: what is done folded away, what runs marked, what is to come with a button each. */
export function ChairAgenda(props: {
  readonly meetingId: string;
  readonly agenda: readonly AgendaItem[];
  readonly currentId: string | null;
  readonly mayRun: boolean;
}): ReactNode {
  const { meetingId, agenda, currentId, mayRun } = props;
  const { t } = useTranslation('meeting-room');
  const move = useAct(moveToItem);
  const points = agenda.filter((item) => item.kind !== 'section');
  const isDone = (item: AgendaItem): boolean => item.startedAt !== null && item.id !== currentId;
  const done = points.filter(isDone);
  const line = (item: AgendaItem): ReactNode => (
    <li key={item.id} className={item.id === currentId ? 'chair-item chair-item-now' : 'chair-item'}>
      <p className="chair-item-title">{item.title}</p>
      <p className="chair-item-minutes">{t('chair.minutesOf', { count: item.minutes })}</p>
      {item.id === currentId ? (
        <Badge tone="primary">{t('chair.isNow')}</Badge>
      ) : (
        mayRun && (
          <Button
            isSmall
            disabled={move.isPending}
            aria-label={t('chair.jumpTo', { item: item.title })}
            onClick={() => move.mutate({ params: { id: meetingId }, body: { itemId: item.id } })}
          >
            {t('chair.jump')}
          </Button>
        )
      )}
    </li>
  );
  return (
    <Section title={t('chair.agenda')} count={points.length}>
      <FailureNotice failure={move.error} />
      {done.length > 0 && (
        <details>
          <summary className="chair-fold">{t('chair.showDone', { count: done.length })}</summary>
          <ol className="chair-items">{done.map(line)}</ol>
        </details>
      )}
      <ol className="chair-items chair-items-open" tabIndex={0} aria-label={t('chair.agenda')}>
        {agenda
          .filter((item) => !isDone(item) && (item.kind !== 'section' || hasOpen(item, points, isDone)))
          .map((item) =>
            item.kind === 'section' ? (
              <li key={item.id} className="chair-item-section">
                {item.title}
              </li>
            ) : (
              line(item)
            ),
          )}
      </ol>
    </Section>
  );
}

function hasOpen(section: AgendaItem, points: readonly AgendaItem[], isDone: (item: AgendaItem) => boolean): boolean {
  return points.some((item) => item.parentId === section.id && !isDone(item));
}
