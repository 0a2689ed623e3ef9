import { addressOf } from '@makaverse/client/call';
import { exportUnits, listUnits, type Unit } from '@makaverse/contract/identity-directory';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import { TabLinks } from '@makaverse/ui/tabs';
import { TextInput } from '@makaverse/ui/text-input';
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayInWords } from '#lib/moments.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { useCan } from '#lib/session.tsx';
import { DayChoice } from '../components/day-choice.tsx';
import '../components/directory.css';
import { Headed } from '../components/headed.tsx';
import { FoundUnit } from '../components/found-unit.tsx';
import { PeopleTable } from '../components/people-table.tsx';
import { RegisterPerson } from '../components/register-person.tsx';
import { UnitTree } from '../components/unit-tree.tsx';
import { useDay, type SeenDay } from '../components/use-day.ts';
import { findUnits } from '../model/find-units.ts';
import { withThoseAbove } from '../model/unit-forest.ts';
import { unitsWithoutHead } from '../model/vacancy.ts';

/** Who holds what: the tree of units on a day, found as one types. */
export function DirectoryPage(): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const day = useDay();
  const mayKeep = useCan('administer');
  const [sought, seek] = useAddressValue('cari');
  const [typed, setTyped] = useState(sought ?? '');
  const units = useRead(listUnits, { query: { ...(day.asked !== null && { on: day.asked }) } }, { topics: ['directory:units'] });
  const search = useDeferredValue(typed.trim());
  return (
    <Headed title={t('shell:nav.directory')} reading={units} skeleton={<SkeletonTable columns={2} rows={12} />}>
      {({ items }) => (
        <>
          <PageHeading
            title={<Heading units={items} search={search} />}
            sub={t('sub', { day: dayInWords(day.on) })}
            actions={
              <>
                <ButtonLink href={addressOf(exportUnits, { query: { on: day.on } })}>{t('shell:ui.downloadCsv')}</ButtonLink>
                {mayKeep && <FoundUnit parentId={null} />}
                {mayKeep && <RegisterPerson />}
                {mayKeep && <ButtonLink href={pageOf.imports()}>{t('shell:nav.imports')}</ButtonLink>}
              </>
            }
          />
          <div className="directory-bar mv-no-print">
            <TextInput
              type="search"
              label={t('search.label')}
              hint={t('search.hint')}
              value={typed}
              onValueChange={(value) => {
                setTyped(value);
                seek(value.trim() || null);
              }}
              autoComplete="off"
              isWide
            />
            <DayChoice day={day} />
          </div>
          {search === '' ? <Everything units={items} day={day} /> : <Found units={items} day={day} search={search} />}
        </>
      )}
    </Headed>
  );
}

function Heading({ units, search }: { readonly units: readonly Unit[]; readonly search: string }): ReactNode {
  const { t } = useTranslation('directory');
  if (search !== '') return t('heading.found', { count: findUnits(units, search).length, search });
  const vacant = unitsWithoutHead(units).size;
  return vacant === 0 ? t('heading.full', { count: units.length }) : t('heading.vacant', { count: vacant, all: units.length });
}

function Everything({ units, day }: { readonly units: readonly Unit[]; readonly day: SeenDay }): ReactNode {
  const { t } = useTranslation('directory');
  const [view] = useAddressValue('lihat');
  const [at] = useAddressValue('unit');
  const arePeople = view === 'orang';
  const dayQuery = day.asked === null ? '' : `tanggal=${day.asked}`;
  return (
    <div className="mv-stack">
      <TabLinks
        label={t('views.label')}
        links={[
          {
            href: `${pageOf.directory()}${dayQuery && `?${dayQuery}`}`,
            label: t('views.units'),
            count: units.length,
            isCurrent: !arePeople,
          },
          { href: `${pageOf.directory()}?lihat=orang${dayQuery && `&${dayQuery}`}`, label: t('views.people'), isCurrent: arePeople },
        ]}
      />
      {arePeople && day.asked !== null && <p className="mv-muted">{t('people.todayOnly')}</p>}
      {arePeople ? <PeopleTable typed="" /> : <UnitTree units={units} day={day.asked} {...(at !== null && { openAt: [at] })} />}
    </div>
  );
}

function Found({ units, day, search }: { readonly units: readonly Unit[]; readonly day: SeenDay; readonly search: string }): ReactNode {
  const { t } = useTranslation('directory');
  const settled = useSettled(search);
  const found = findUnits(units, search);
  return (
    <div className="mv-stack-loose">
      <Section title={t('views.units')} count={found.length}>
        {found.length === 0 ? (
          <EmptyState title={t('search.noUnit', { search })} />
        ) : (
          <UnitTree
            units={withThoseAbove(units, found)}
            day={day.asked}
            openAt={found.map((unit) => unit.id)}
            openLevels={0}
            hasSizes={false}
          />
        )}
      </Section>
      <Section title={t('views.people')} sub={day.asked === null ? undefined : t('people.todayOnly')}>
        <PeopleTable typed={settled} />
      </Section>
    </div>
  );
}

// A quarter of a second without a key: the server is asked once per word, not once per letter.
const settleMs = 250;
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
