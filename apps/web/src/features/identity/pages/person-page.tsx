import { readPerson, type PersonDetail } from '@makaverse/contract/identity-directory';
import { Badge } from '@makaverse/ui/badge';
import { EmptyState } from '@makaverse/ui/empty-state';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useId } from '#lib/page.tsx';
import { useCan } from '#lib/session.tsx';
import { AppointToPosition } from '../components/appoint-form.tsx';
import { ChangePerson } from '../components/change-person.tsx';
import '../components/directory.css';
import { Headed } from '../components/headed.tsx';
import { InvitePerson } from '../components/invite-person.tsx';
import { LoadAndRecord } from '../components/load-and-record.tsx';
import { PositionsOverTime } from '../components/positions-over-time.tsx';
import { UnitPath } from '../components/unit-path.tsx';
import { byRank } from '../model/position-time.ts';

/** One person: what he holds and held, how he is reached, what he carries. */
export function PersonPage(): ReactNode {
  const { t } = useTranslation('shell');
  const id = useId();
  const reading = useRead(readPerson, { params: { id } }, { topics: ['directory:units'] });
  return (
    <Headed title={t('nav.directory')} reading={reading}>
      {(person) => <PersonShown key={person.id} person={person} />}
    </Headed>
  );
}

function PersonShown({ person }: { readonly person: PersonDetail }): ReactNode {
  const { t } = useTranslation('directory');
  const mayKeep = useCan('administer');
  const held = person.holdings.toSorted(byRank);
  const first = held[0];
  return (
    <>
      <UnitPath parents={first ? [first.unit] : []} unitId={first?.unit.id ?? null} day={null} />
      <PageHeading
        kicker={t('person.kicker')}
        title={person.name}
        sub={
          held.length === 0
            ? t('person.noOffice')
            : held.map((one) => `${one.acting ? `${t(`acting.${one.acting}`)} ` : ''}${one.title}`).join(', ')
        }
        actions={
          mayKeep && (
            <>
              <ChangePerson person={person} />
              <AppointToPosition person={person} />
              <InvitePerson person={person} />
            </>
          )
        }
      />
      <div className="mv-main-aside">
        <Section title={t('person.positions')}>
          {held.length + person.formerHoldings.length === 0 ? (
            <EmptyState title={t('person.noPositions')} />
          ) : (
            <PositionsOverTime holdings={[...held, ...person.formerHoldings]} canEnd={mayKeep} />
          )}
        </Section>
        <div className="mv-stack-loose">
          <Section title={t('person.contact')} {...(person.isMasked && { sub: t('person.masked') })}>
            <KeyValueList
              items={[
                {
                  key: 'email',
                  label: t('person.email'),
                  value:
                    person.email &&
                    (person.isMasked ? (
                      person.email
                    ) : (
                      <Link href={`mailto:${person.email}`}>
                        <Address email={person.email} />
                      </Link>
                    )),
                  missingText: t('person.none'),
                },
                {
                  key: 'phone',
                  label: t('person.phone'),
                  value: person.phone && (person.isMasked ? person.phone : <Link href={`tel:${person.phone}`}>{person.phone}</Link>),
                  missingText: t('person.none'),
                },
              ]}
            />
            {person.isDemo && (
              <p>
                <Badge>{t('person.demo')}</Badge>
              </p>
            )}
          </Section>
          <LoadAndRecord personId={person.id} />
        </div>
      </div>
    </>
  );
}

/** An address that breaks before its @ when it must. */
function Address({ email }: { readonly email: string }): ReactNode {
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
