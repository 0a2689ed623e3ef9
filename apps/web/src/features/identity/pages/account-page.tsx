import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#lib/session.tsx';
import '../components/directory.css';
import { MyCalendar } from '../components/my-calendar.tsx';
import { MyData } from '../components/my-data.tsx';
import { MyDelegations } from '../components/my-delegations.tsx';
import { MyDevice } from '../components/my-device.tsx';
import { MyNotices } from '../components/my-notices.tsx';
import { MyPasskeys } from '../components/my-passkeys.tsx';
import { MyPassword } from '../components/my-password.tsx';

/** What is mine: data, ways to sign in, powers handed on, where I am told, calendar, this device. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { person } = useSession();
  return (
    <>
      <PageHeading
        kicker={t('account.kicker')}
        title={person!.name}
        sub={person!.title ? t('account.sub', { title: person!.title }) : t('account.noOffice')}
      />
      <div className="mv-main-aside">
        <div className="mv-stack-loose">
          <MyData />
          <MyDelegations />
          <MyNotices />
          <MyCalendar />
        </div>
        <div className="mv-stack-loose">
          <MyPassword />
          <MyPasskeys />
          <MyDevice />
        </div>
      </div>
    </>
  );
}
