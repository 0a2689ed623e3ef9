import { listDirectives } from '@makaverse/contract/directives';
import { readProgramme } from '@makaverse/contract/programmes';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { PersonLine } from '@makaverse/ui/person-line';
import { SidePanel } from '@makaverse/ui/side-panel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { Shown } from '#lib/shown.tsx';
import { TruthBanner } from './truth/truth-banner.tsx';
import { unitsWithoutPic } from '../model/seats.ts';
import { CheckInSection } from './check-in/check-in-section.tsx';

/** One programme: its outcome, its units and who answers in each, and the directives about it. */
export function ProgrammePanel({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation(['programmes', 'plan', 'shell']);
  const reading = useRead(readProgramme, { params: { id } }, { topics: [`programme:${id}`] });
  const directives = useRead(listDirectives, { query: { programmeId: id } });
  return (
    <Shown reading={reading}>
      {(programme) => {
        const missing = unitsWithoutPic(programme).length;
        return (
          <SidePanel
            recordId={id}
            kicker={t('programme.kicker', { number: programme.number })}
            title={programme.name}
            closeHref={pageOf.programmes()}
          >
            {programme.isExample && <Notice title={t('programme.example')}>{t('programme.exampleWords')}</Notice>}
            <TruthBanner id={id} />
            <p>
              <ButtonLink href={pageOf.programmePlan(id)}>{t('plan:page.open')}</ButtonLink>
            </p>
            <p>{missing > 0 ? t('programme.missing', { count: missing }) : t('programme.complete')}</p>
            <KeyValueList
              items={[
                { key: 'outcome', label: t('programme.outcome'), value: programme.outcome },
                { key: 'field', label: t('programme.field'), value: programme.field },
                {
                  key: 'reviewer',
                  label: t('nomination.reviewer'),
                  value: programme.reviewer && (
                    <PersonLine
                      name={programme.reviewer.name}
                      title={programme.reviewer.title}
                      href={pageOf.person(programme.reviewer.id)}
                    />
                  ),
                  missingText: t('nomination.noReviewer'),
                },
                ...(programme.source ? [{ key: 'source', label: t('programme.source'), value: programme.source }] : []),
              ]}
            />
            <Section title={t('programme.units')} level={3}>
              <KeyValueList
                items={programme.units.map((unit) => ({
                  key: unit.id,
                  label: <Link href={pageOf.unit(unit.id)}>{unit.name}</Link>,
                  value: unit.pic && <PersonLine name={unit.pic.name} title={unit.pic.title} href={pageOf.person(unit.pic.id)} />,
                  missingText:
                    unit.nominationId && unit.nominationState ? (
                      <Link href={pageOf.nomination(unit.nominationId)}>{t(`shell:nominationState.${unit.nominationState}`)}</Link>
                    ) : (
                      t('programmes.nobody')
                    ),
                }))}
              />
            </Section>
            <CheckInSection programme={programme} />
            <Section title={t('programme.directives')} level={3}>
              <Shown reading={directives}>
                {({ items }) =>
                  items.length === 0 ? (
                    <p className="mv-muted">{t('programme.noDirectives')}</p>
                  ) : (
                    <ul>
                      {items.map((directive) => (
                        <li key={directive.id}>
                          <Link href={pageOf.directive(directive.id)}>{`${directive.number} ${directive.words}`}</Link>
                        </li>
                      ))}
                    </ul>
                  )
                }
              </Shown>
            </Section>
          </SidePanel>
        );
      }}
    </Shown>
  );
}
