import { pageOf } from '@makaverse/contract/pages';
import { Notice } from '@makaverse/ui/notice';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue, useGo } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';
import { AlreadyIn } from '../components/already-in.tsx';
import { DoorPage } from '../components/door-page.tsx';
import { ForgottenForm } from '../components/forgotten-form.tsx';
import { OtherWays } from '../components/other-ways.tsx';
import { PasswordForm } from '../components/password-form.tsx';
import { PersonaDoors } from '../components/persona-doors.tsx';
import { SignInProblem } from '../components/sign-in-problem.tsx';
import { destinationAfter } from '../model/destination.ts';

/** Who are you? In the demo: through whose eyes would you look? */
export function SignInPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const session = useSession();
  const go = useGo();
  const [wanted] = useAddressValue('ke');
  const [forgotten] = useAddressValue('lupa');
  const goal = destinationAfter(wanted);
  const { needsSetup, demo, hasOidc } = session;
  useEffect(() => {
    if (needsSetup) go(pageOf.setUp(), { replace: true });
  }, [needsSetup]);
  const goOn = (): void => go(goal, { replace: true });
  const signInHref = addressWith(wanted, {});
  if (forgotten !== null)
    return (
      <DoorPage title={t('forgotten.title')} sub={t('forgotten.sub')}>
        <ForgottenForm backHref={signInHref} />
      </DoorPage>
    );
  const ways = <PasswordForm onIn={goOn} forgottenHref={addressWith(wanted, { lupa: 'ya' })} isQuiet={hasOidc || demo !== null} />;
  return (
    <DoorPage title={t(demo ? 'enter.demoTitle' : 'enter.title')} sub={t(demo ? 'enter.demoSub' : 'enter.sub')}>
      <div className="mv-stack identity-door-stack">
        <SignInProblem />
        {session.person ? (
          <AlreadyIn person={session.person} goal={goal} />
        ) : (
          wanted && goal !== pageOf.today() && <Notice>{t('enter.wanted')}</Notice>
        )}
        {demo ? (
          <>
            <PersonaDoors demo={demo} onIn={goOn} />
            <details className="identity-door-more">
              <summary>{t('passwordForm.open')}</summary>
              {ways}
              <OtherWays onIn={goOn} isLast />
            </details>
          </>
        ) : (
          session.person === null && (
            <>
              {hasOidc && <OtherWays onIn={goOn} />}
              {ways}
              {!hasOidc && <OtherWays onIn={goOn} isLast />}
            </>
          )
        )}
      </div>
    </DoorPage>
  );
}

function addressWith(wanted: string | null, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...(wanted !== null && { ke: wanted }), ...more }).toString();
  return query === '' ? pageOf.signIn() : `${pageOf.signIn()}?${query}`;
}
