import { readPerson } from '@makaverse/contract/identity-directory';
import { pageOf } from '@makaverse/contract/pages';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';

/** What the directory holds of me, and who mends it. */
export function MyData(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { person, holdings } = useSession();
  const reading = useRead(readPerson, { params: { id: person!.id } });
  return (
    <Section title={t('account.data.title')} sub={t('account.data.wrong')}>
      <Shown reading={reading}>
        {(mine) => (
          <KeyValueList
            items={[
              { key: 'name', label: t('account.data.name'), value: mine.name },
              { key: 'email', label: t('account.data.email'), value: mine.email, missingText: t('account.data.missing') },
              { key: 'phone', label: t('account.data.phone'), value: mine.phone, missingText: t('account.data.missing') },
              {
                key: 'offices',
                label: t('account.data.offices'),
                value: holdings.length > 0 && (
                  <ul className="directory-offices">
                    {holdings.map((one) => (
                      <li key={one.positionId}>
                        {one.acting && `${t(`account.data.acting.${one.acting}`)} `}
                        {[...new Set([one.title, one.unit.name])].join(', ')} ({t('account.data.since', { date: dayInWords(one.from) })})
                      </li>
                    ))}
                  </ul>
                ),
                missingText: t('account.noOffice'),
              },
            ]}
          />
        )}
      </Shown>
      <p>
        <Link href={pageOf.person(person!.id)}>{t('account.data.mine')}</Link>
      </p>
    </Section>
  );
}
