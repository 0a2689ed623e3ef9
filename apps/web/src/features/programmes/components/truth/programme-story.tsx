import { readStory, type StoryEvent } from '@makaverse/contract/programmes-truth';
import { Link } from '@makaverse/ui/link';
import { Timeline } from '@makaverse/ui/timeline';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { momentInWords } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';

const bad: readonly StoryEvent['kind'][] = ['promise', 'milestone-sent-back', 'obstacle'];

/** The whole story of a programme on one line, from the directive that was spoken to the last report. */
export function ProgrammeStory({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('truth');
  const reading = useRead(readStory, { params: { id } }, { topics: [`programme:${id}`] });
  return (
    <Shown reading={reading}>
      {({ events }) => (
        <Timeline
          label={t('story.label')}
          steps={events.map((event, index) => ({
            id: `${event.at} ${index}`,
            title: event.href ? <Link href={event.href}>{event.title}</Link> : event.title,
            when: momentInWords(event.at),
            dateTime: event.at,
            ...(event.detail && { detail: event.detail }),
            ...(event.by && { aside: `${event.by.name}, ${event.by.title}` }),
            state: bad.includes(event.kind) ? 'late' : 'done',
            stateWord: t(`story.kind.${event.kind}`),
          }))}
        />
      )}
    </Shown>
  );
}
