import { readNomination, type NominationState } from '@makaverse/contract/programmes';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { PersonLine } from '@makaverse/ui/person-line';
import { SidePanel } from '@makaverse/ui/side-panel';
import { Timeline } from '@makaverse/ui/timeline';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { momentInWords } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';
import { nominationSteps } from '../model/nomination-steps.ts';
import { NominationMoves } from './nomination-moves.tsx';
import { PersonRecordList } from './person-record-list.tsx';

const settled: readonly NominationState[] = ['accepted', 'cancelled'];

/** One nomination: who, why, how loaded he is, every dated step, and the moves the reader may make. */
export function NominationPanel({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation(['programmes', 'shell']);
  const reading = useRead(readNomination, { params: { id } }, { topics: [`nomination:${id}`] });
  return (
    <Shown reading={reading}>
      {(nomination) => (
        <SidePanel
          recordId={id}
          kicker={t('nomination.kicker', { unit: nomination.unit.name })}
          title={nomination.person?.name ?? t('nomination.nobody')}
          closeHref={pageOf.nominations()}
        >
          {nomination.isLate && (
            <Notice tone="late" title={t('nomination.late', { from: nomination.dueFrom })}>
              {t('nomination.rung', { rung: t(`rung.${nomination.rung}`) })}
            </Notice>
          )}
          <KeyValueList
            items={[
              {
                key: 'subject',
                label: t('nomination.subject'),
                value: <Link href={nomination.subject.href}>{`${nomination.subject.number} ${nomination.subject.title}`}</Link>,
              },
              {
                key: 'state',
                label: t('nomination.state'),
                value: (
                  <Badge tone={nomination.isLate ? 'late' : nomination.state === 'accepted' ? 'good' : 'waiting'}>
                    {t(`shell:nominationState.${nomination.state}`)}
                  </Badge>
                ),
              },
              ...(nomination.dueAt && !settled.includes(nomination.state)
                ? [
                    {
                      key: 'due',
                      label: t('nomination.due'),
                      value: t('nomination.dueFrom', { when: momentInWords(nomination.dueAt), from: nomination.dueFrom }),
                    },
                  ]
                : []),
              { key: 'reasons', label: t('nomination.reasons'), value: nomination.reasons, missingText: t('nomination.noReasons') },
              {
                key: 'reviewer',
                label: t('nomination.reviewer'),
                value: nomination.reviewer && (
                  <PersonLine
                    name={nomination.reviewer.name}
                    title={nomination.reviewer.title}
                    href={pageOf.person(nomination.reviewer.id)}
                  />
                ),
                missingText: t('nomination.noReviewer'),
              },
            ]}
          />
          {nomination.personRecord && <PersonRecordList record={nomination.personRecord} />}
          <NominationMoves nomination={nomination} />
          <Section title={t('nomination.steps')}>
            <Timeline label={t('nomination.steps')} steps={nominationSteps(nomination, t)} />
          </Section>
        </SidePanel>
      )}
    </Shown>
  );
}
