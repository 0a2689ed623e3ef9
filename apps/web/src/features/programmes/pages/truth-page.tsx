import { readTruth, type ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { momentInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { ProgrammeObstacles } from '../components/obstacles/programme-obstacles.tsx';
import { ClaimedMilestones } from '../components/truth/claimed-milestones.tsx';
import { ForecastPart } from '../components/truth/forecast-part.tsx';
import { ProgrammeStory } from '../components/truth/programme-story.tsx';
import { PromiseLedger } from '../components/truth/promise-ledger.tsx';
import { ReviewerLights } from '../components/truth/reviewer-lights.tsx';
import { TruthLine } from '../components/truth/truth-banner.tsx';
import '../components/truth/truth.css';

/** How one programme really stands: the truth in one sentence, why, what blocks, what was promised, and the whole story. */
export function TruthPage(): ReactNode {
  const id = useId();
  const { t } = useTranslation('truth');
  const reading = useRead(readTruth, { params: { id } }, { topics: [`programme:${id}`] });
  return (
    <Shown reading={reading}>
      {(truth) => (
        <>
          <PageHeading
            kicker={t('page.kicker', { number: truth.standing.programme.number })}
            title={truth.standing.programme.name}
            actions={
              <>
                <ButtonLink href={pageOf.programmePlan(id)}>{t('page.plan')}</ButtonLink>
                <ButtonLink href={pageOf.programme(id)}>{t('page.record')}</ButtonLink>
              </>
            }
          />
          {truth.standing.programme.isExample && <Notice>{t('page.example')}</Notice>}
          <div className="truth-banner">
            <TruthLine truth={truth} />
          </div>
          <Silences truth={truth} />
          {truth.claimed.length > 0 && <ClaimedMilestones claimed={truth.claimed} />}
          <div className="truth-parts">
            <ForecastPart truth={truth} />
            <ReviewerLights truth={truth} />
          </div>
          <ProgrammeObstacles standing={truth.standing} />
          <Section title={t('ledger.title')}>
            <PromiseLedger of={{ programmeId: id }} />
          </Section>
          <Section title={t('story.title')}>
            <ProgrammeStory id={id} />
          </Section>
        </>
      )}
    </Shown>
  );
}

function Silences({ truth }: { readonly truth: ProgrammeTruth }): ReactNode {
  const { t } = useTranslation('truth');
  return truth.silences.map((one) => (
    <Notice key={one.unit.id} tone={one.isSilent ? 'late' : 'waiting'}>
      {t(one.isSilent ? 'silence.silent' : 'silence.missing', {
        unit: one.unit.name,
        person: one.person.name,
        due: momentInWords(one.dueAt),
        count: one.workingDays,
      })}
      {one.rung !== 'none' && ` ${t('silence.rung', { rung: t(`fact.rung.${one.rung}`) })}`}
    </Notice>
  ));
}
