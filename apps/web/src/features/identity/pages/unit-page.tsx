import { readUnit, type UnitDetail } from '@makaverse/contract/identity-directory';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { useCan } from '#lib/session.tsx';
import { AppointToPosition } from '../components/appoint-form.tsx';
import { ChangeUnit } from '../components/change-unit.tsx';
import { DayChoice } from '../components/day-choice.tsx';
import '../components/directory.css';
import { Headed } from '../components/headed.tsx';
import { DissolveUnit } from '../components/dissolve-unit.tsx';
import { FoundUnit } from '../components/found-unit.tsx';
import { HoldersTable } from '../components/holders-table.tsx';
import { UnitFacts } from '../components/unit-facts.tsx';
import { UnitPath } from '../components/unit-path.tsx';
import { UnitTree } from '../components/unit-tree.tsx';
import { UnitWork } from '../components/unit-work.tsx';
import { UnitVersions } from '../components/unit-versions.tsx';
import { useDay, type SeenDay } from '../components/use-day.ts';
import { lastDay } from '../model/directory-address.ts';
import { byRank, newestFirst } from '../model/position-time.ts';

/** One unit on a day: who leads it, who holds what, what is under it, what it was called before. */
export function UnitPage(): ReactNode {
  const { t } = useTranslation('shell');
  const id = useId();
  const day = useDay();
  const reading = useRead(
    readUnit,
    { params: { id }, query: { ...(day.asked !== null && { on: day.asked }) } },
    { topics: ['directory:units'] },
  );
  // A version's end may be a change of name; only the newest version tells whether the unit itself ends.
  const newest = useRead(readUnit, { params: { id }, query: { on: lastDay } }, { topics: ['directory:units'] });
  return (
    <Headed title={t('nav.directory')} reading={reading}>
      {(unit) => <UnitOnDay key={unit.id} unit={unit} newest={newest.data ?? null} day={day} />}
    </Headed>
  );
}

function UnitOnDay(props: { readonly unit: UnitDetail; readonly newest: UnitDetail | null; readonly day: SeenDay }): ReactNode {
  const { unit, newest, day } = props;
  const { t } = useTranslation('directory');
  // The past is not changed; changes are made from the present on.
  const mayChange = useCan('administer') && day.asked === null && newest?.validTo === null;
  return (
    <>
      <UnitPath parents={unit.parents} unitId={unit.id} day={day.asked} />
      <PageHeading
        kicker={t(`kind.${unit.kind}`)}
        title={unit.name}
        sub={<LedBy unit={unit} />}
        actions={
          mayChange &&
          newest && (
            <>
              <ChangeUnit unit={newest} />
              <DissolveUnit unit={unit} newest={newest} />
            </>
          )
        }
      />
      <div className="mv-no-print directory-bar">
        <DayChoice day={day} />
      </div>
      <div className="mv-stack-loose">
        <Lifetime unit={unit} end={newest?.validTo ?? null} on={day.on} />
        <div className="mv-main-aside">
          <div className="mv-stack-loose">
            <Section
              title={day.asked === null ? t('holders.now') : t('holders.then', { day: dayInWords(day.on) })}
              count={unit.holdings.length}
              actions={mayChange && <AppointToPosition unit={unit} />}
            >
              <HoldersTable
                caption={t('holders.caption', { unit: unit.name })}
                holdings={unit.holdings.toSorted(byRank)}
                emptyText={t('holders.empty')}
                canEnd={mayChange}
              />
            </Section>
            <Section title={t('below.title')} count={unit.children.length} actions={mayChange && <FoundUnit parentId={unit.id} />}>
              {unit.children.length === 0 ? (
                <p className="mv-muted">{t('below.none')}</p>
              ) : (
                <UnitTree units={unit.children} day={day.asked} />
              )}
            </Section>
            {day.asked === null && <UnitWork unitId={unit.id} />}
            {unit.formerHoldings.length > 0 && (
              <Section title={t('holders.before')} count={unit.formerHoldings.length}>
                <HoldersTable
                  caption={t('holders.before')}
                  holdings={unit.formerHoldings.toSorted(newestFirst)}
                  emptyText={t('holders.empty')}
                />
              </Section>
            )}
          </div>
          <div className="mv-stack-loose">
            <Section title={t('unit.facts')}>
              <UnitFacts unit={unit} />
            </Section>
            <Section title={t('versions.title')}>
              <UnitVersions unit={newest ?? unit} today={day.today} />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}

function LedBy({ unit }: { readonly unit: UnitDetail }): ReactNode {
  const { t } = useTranslation('directory');
  if (unit.head === null) return t('unit.noHead');
  const acting = unit.head.acting && `${t(`acting.${unit.head.acting}`)} `;
  return t('unit.ledBy', { name: unit.head.name, title: `${acting ?? ''}${unit.head.title}` });
}

/** Says when the unit shown is not there on the day, or is known to end. */
function Lifetime(props: { readonly unit: UnitDetail; readonly end: string | null; readonly on: string }): ReactNode {
  const { t } = useTranslation('directory');
  const { unit, end, on } = props;
  if (unit.validFrom > on) return <Notice title={t('life.notYet', { day: dayInWords(unit.validFrom) })} />;
  if (end === null) return null;
  return <Notice tone="waiting" title={t(end <= on ? 'life.over' : 'life.ending', { day: dayInWords(end) })} />;
}
