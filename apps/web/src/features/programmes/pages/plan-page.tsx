import { readProgramme, type Programme } from '@makaverse/contract/programmes';
import { readPlan, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { PageHeading } from '@makaverse/ui/page-heading';
import { Tabs, type Tab } from '@makaverse/ui/tabs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { numberInWords } from '#lib/moments.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { DocumentsPart } from '../components/plan/documents-part.tsx';
import { IndicatorsPart } from '../components/plan/indicators-part.tsx';
import { MilestonesPart } from '../components/plan/milestones-part.tsx';
import { MoneyPart } from '../components/plan/money-part.tsx';
import { PlacesPart } from '../components/plan/places-part.tsx';
import '../components/plan/plan.css';
import { WorkbookPart } from '../components/plan/workbook-part.tsx';
import { progressToday } from '../model/plan/standing.ts';

const parts = ['tonggak', 'uang', 'indikator', 'lokasi', 'dokumen', 'berkas'] as const;
type Part = (typeof parts)[number];

/** A programme's plan: what was to be done by today, and what is. */
export function PlanPage(): ReactNode {
  const id = useId();
  const { t } = useTranslation('plan');
  const programme = useRead(readProgramme, { params: { id } });
  const plan = useRead(readPlan, { params: { id } }, { topics: [`programme:${id}`] });
  return (
    <Shown reading={plan}>
      {(read) => (
        <>
          <PageHeading
            kicker={programme.data && t('page.kicker', { number: programme.data.number, name: programme.data.name })}
            title={headingOf(read, t)}
            actions={<ButtonLink href={pageOf.programme(id)}>{t('page.back')}</ButtonLink>}
          />
          <PlanParts plan={read} units={programme.data?.units ?? []} />
        </>
      )}
    </Shown>
  );
}

function headingOf(plan: ProgrammePlan, t: ReturnType<typeof useTranslation>['t']): string {
  if (plan.milestones.length === 0) return t('page.headingEmpty');
  const { planned, confirmed } = progressToday(plan);
  const percent = (value: number): string => numberInWords(Math.round(value));
  return t('page.heading', { planned: percent(planned), confirmed: percent(confirmed) });
}

function PlanParts({ plan, units }: { readonly plan: ProgrammePlan; readonly units: Programme['units'] }): ReactNode {
  const { t } = useTranslation('plan');
  const [chosen, choose] = useAddressValue('bagian');
  const tabs: readonly Tab<Part>[] = [
    { id: 'tonggak', label: t('page.milestones'), count: plan.milestones.length, content: <MilestonesPart plan={plan} units={units} /> },
    { id: 'uang', label: t('page.money'), count: plan.budget.length, content: <MoneyPart plan={plan} /> },
    { id: 'indikator', label: t('page.indicators'), count: plan.indicators.length, content: <IndicatorsPart plan={plan} /> },
    { id: 'lokasi', label: t('page.places'), count: plan.places.length, content: <PlacesPart plan={plan} /> },
    { id: 'dokumen', label: t('page.documents'), count: plan.documents.length, content: <DocumentsPart plan={plan} /> },
    { id: 'berkas', label: t('page.workbook'), content: <WorkbookPart plan={plan} /> },
  ];
  return <Tabs label={t('page.parts')} tabs={tabs} selected={parts.find((part) => part === chosen) ?? 'tonggak'} onSelect={choose} />;
}
