import { readObstacle, type ObstacleDetail } from '@makaverse/contract/programmes-obstacles';
import { pageOf } from '@makaverse/contract/pages';
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
import { dayInWords, momentInWords } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';
import { LetterPart } from './letter-part.tsx';
import { Rupiah } from './obstacle-list.tsx';
import { ObstacleMoves } from './obstacle-moves.tsx';

/** One obstacle: what blocks, on whose table it lies and until when, what can be done, and what was. */
export function ObstaclePanel({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('obstacles');
  const reading = useRead(readObstacle, { params: { id } }, { topics: [`obstacle:${id}`] });
  return (
    <Shown reading={reading}>
      {(obstacle) => (
        <SidePanel
          recordId={id}
          kicker={t('panel.kicker', { unit: obstacle.unit.name })}
          title={obstacle.words}
          closeHref={pageOf.obstacles()}
        >
          <LiesWith obstacle={obstacle} />
          <ObstacleMoves obstacle={obstacle} />
          <Facts obstacle={obstacle} />
          {obstacle.remover.kind === 'outside' && <LetterPart obstacle={obstacle} />}
          <Section title={t('panel.steps')} level={3}>
            <Timeline
              label={t('panel.steps')}
              steps={obstacle.steps.toReversed().map((step, index) => ({
                id: `${step.at} ${index}`,
                title: t(`step.${step.action}`, { rung: t(`rung.${step.rung}`) }),
                when: momentInWords(step.at),
                dateTime: step.at,
                detail: [step.words, step.untilOn && t('panel.until', { on: dayInWords(step.untilOn) })].filter(Boolean).join(' — '),
                aside: step.by ? `${step.by.name}, ${step.by.title}` : t('panel.byItself'),
                state: step.action === 'climb' || step.action === 'reopen' ? 'late' : 'done',
                stateWord: t('panel.done'),
              }))}
            />
          </Section>
        </SidePanel>
      )}
    </Shown>
  );
}

function LiesWith({ obstacle }: { readonly obstacle: ObstacleDetail }): ReactNode {
  const { t } = useTranslation('obstacles');
  if (obstacle.state === 'solved')
    return <Notice tone="good">{t('panel.solved', { on: obstacle.solvedOn ? dayInWords(obstacle.solvedOn) : '' })}</Notice>;
  const isHighest = obstacle.state === 'open' && obstacle.rung === 'mayor';
  const { lateSince, dueAt } = obstacle;
  const isAwaited = lateSince !== null && dueAt !== null && dueAt > lateSince;
  const key = lateSince ? 'late' : isHighest ? 'highest' : obstacle.state;
  return (
    <Notice tone={lateSince ? 'late' : 'waiting'}>
      {t(`panel.lies.${key}`, {
        who: obstacle.lies.person ? `${obstacle.lies.person.name}, ${obstacle.lies.person.title}` : obstacle.lies.office,
        due: dueAt ? momentInWords(dueAt) : '',
        passed: lateSince ? momentInWords(lateSince) : '',
        authority: obstacle.remover.kind === 'outside' ? obstacle.remover.authority : '',
      })}
      {isAwaited && ` ${t('panel.lies.awaited', { due: momentInWords(dueAt) })}`}
    </Notice>
  );
}

function Facts({ obstacle }: { readonly obstacle: ObstacleDetail }): ReactNode {
  const { t } = useTranslation('obstacles');
  const { programme, remover, costPerDay, costSoFar, reportedBy } = obstacle;
  return (
    <KeyValueList
      items={[
        {
          key: 'programme',
          label: t('panel.programme'),
          value: <Link href={pageOf.programmeTruth(programme.id)}>{`${programme.number}. ${programme.name}`}</Link>,
        },
        { key: 'since', label: t('panel.since'), value: dayInWords(obstacle.sinceOn) },
        { key: 'lost', label: t('panel.lost'), value: t('daysLost', obstacle.daysLost) },
        {
          key: 'cost',
          label: t('panel.cost'),
          value: costPerDay !== null && costSoFar !== null && (
            <>
              <Rupiah amount={costPerDay} /> {t('panel.aDay')} <Rupiah amount={costSoFar} />
            </>
          ),
          missingText: t('panel.noCost'),
        },
        {
          key: 'remover',
          label: t('panel.remover'),
          value: remover.kind === 'unit' ? <Link href={pageOf.unit(remover.unit.id)}>{remover.unit.name}</Link> : remover.authority,
        },
        {
          key: 'by',
          label: t('panel.reportedBy'),
          value: <PersonLine name={reportedBy.name} title={reportedBy.title} href={pageOf.person(reportedBy.id)} />,
        },
      ].map((item) => ({ ...item, value: item.value === false ? null : item.value }))}
    />
  );
}
