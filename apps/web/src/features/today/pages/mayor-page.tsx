import { readHeatMap } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { listStandings } from '@makaverse/contract/programmes-truth';
import { readMayor, readToday } from '@makaverse/contract/today';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { HeatMap } from '@makaverse/ui/heat-map';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { heatProps } from '#lib/heat-props.ts';
import { momentInWords, numberInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { AskList } from '../components/ask-list.tsx';
import { MayorProgrammes, mostProgrammes } from '../components/mayor-programmes.tsx';

const countKeys = ['directives', 'tasks', 'unacknowledged', 'withoutPic', 'late', 'done'] as const;

/** What needs the mayor, what has climbed up to him, and how the units stand with his directives. Nothing he cannot act on. */
export function MayorPage(): ReactNode {
  const { t } = useTranslation(['today', 'shell']);
  const session = useSession();
  const mayor = useRead(readMayor, {}, { topics: [`person:${session.person!.id}`] });
  const standings = useRead(listStandings, { query: { only: 'troubled', limit: mostProgrammes } }, { refetchMs: 60_000 });
  // Read by the frame anyway, for its count.
  const today = useRead(readToday, {}, { topics: [`person:${session.person!.id}`], refetchMs: 60_000 });
  const heat = useRead(readHeatMap, { query: { kind: 'presenting' } });
  return (
    <Shown reading={mayor}>
      {({ counts, escalated, nextMeeting }) => (
        <Shown reading={today}>
          {({ asks }) => (
            <>
              <PageHeading
                kicker={momentInWords(session.now)}
                title={t('mayor.heading', { count: asks.length })}
                sub={
                  nextMeeting ? t('mayor.next', { title: nextMeeting.title, when: momentInWords(nextMeeting.startsAt) }) : t('mayor.noNext')
                }
                actions={nextMeeting && <ButtonLink href={pageOf.meeting(nextMeeting.id)}>{t('mayor.openNext')}</ButtonLink>}
              />
              {asks.length === 0 ? <EmptyState title={t('mayor.none')} /> : <AskList asks={asks} now={session.now} />}
              <MayorProgrammes reading={standings} />
              <Section title={t('mayor.counts.title')}>
                <KeyValueList
                  items={countKeys.map((key) => ({
                    key,
                    label: t(`mayor.counts.${key}`),
                    value: numberInWords(counts[key]),
                    isNumeric: true,
                  }))}
                />
              </Section>
              {escalated.length > 0 && (
                <Section title={t('mayor.escalated')} count={escalated.length}>
                  <ul className="ask-list">
                    {escalated.map((item) => (
                      <li key={item.href + item.title} className="ask">
                        <div>
                          <p className="ask-title">
                            <Link href={item.href}>{item.title}</Link>
                          </p>
                          <p className="ask-detail">{item.detail}</p>
                        </div>
                        <p className="ask-when mv-late">{t('mayor.days', { count: item.workingDays })}</p>
                        <span>{t(`rung.${item.rung}`)}</span>
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
              <Section title={t('mayor.heat')} actions={<Link href={pageOf.heatMap()}>{t('mayor.heatAll')}</Link>}>
                <Shown reading={heat}>
                  {(data) => (data.units.length === 0 ? <EmptyState title={t('mayor.noHeat')} /> : <HeatMap {...heatProps(data, t)} />)}
                </Shown>
              </Section>
            </>
          )}
        </Shown>
      )}
    </Shown>
  );
}
