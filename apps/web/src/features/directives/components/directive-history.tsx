import { readDirectiveHistory } from '@makaverse/contract/directives';
import { Section } from '@makaverse/ui/page-heading';
import { Timeline } from '@makaverse/ui/timeline';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@makaverse/ui/button';
import { useRead } from '#lib/api.ts';
import { momentInWords } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';

const shownFirst = 6;

/** Everything that happened to a directive, oldest first; the latest few until more is asked for. */
export function DirectiveHistory({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('directives');
  const [isWhole, setIsWhole] = useState(false);
  const reading = useRead(readDirectiveHistory, { params: { id } }, { topics: [`directive:${id}`] });
  return (
    <Section title={t('history.title')} level={3}>
      <Shown reading={reading}>
        {({ items }) => (
          <>
            {!isWhole && items.length > shownFirst && (
              <Button onClick={() => setIsWhole(true)}>{t('history.all', { count: items.length })}</Button>
            )}
            <Timeline
              label={t('history.title')}
              steps={(isWhole ? items : items.slice(-shownFirst)).map((entry, index) => ({
                id: `${entry.at}${index}`,
                title: entry.unit ? `${entry.what}, ${entry.unit.name}` : entry.what,
                when: momentInWords(entry.at),
                dateTime: entry.at,
                ...(entry.text && { detail: entry.text }),
                ...(entry.by && { aside: entry.by.name }),
                state: 'done' as const,
                stateWord: t('history.done'),
              }))}
            />
          </>
        )}
      </Shown>
    </Section>
  );
}
