import { signInDemo } from '@makaverse/contract/identity-session';
import { pageOf } from '@makaverse/contract/pages';
import { moveClock } from '@makaverse/contract/system';
import { Menu } from '@makaverse/ui/menu';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useLiveState } from '#lib/live.ts';
import { momentInWords } from '#lib/moments.ts';
import { useGo } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';

function useIsOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}

/** The thin line over everything: whose eyes one looks through in the demo, and what does not work just now. */
export function Banner(): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSession();
  const live = useLiveState();
  const isOnline = useIsOnline();
  return (
    <>
      {session.demo && <DemoBar />}
      {!isOnline && (
        <p className="app-banner" role="status">
          <strong>{t('offline.title')}</strong> {t('offline.words', { when: momentInWords(session.now) })}
        </p>
      )}
      {isOnline && live === 'lost' && (
        <p className="app-banner" role="status">
          {t('live.lost')}
        </p>
      )}
    </>
  );
}

function DemoBar(): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSession();
  const go = useGo();
  const look = useAct(signInDemo, { onDone: () => go(pageOf.today()) });
  const move = useAct(moveClock);
  const current = session.demo!.personas.find((persona) => persona.person.id === session.person?.id);
  return (
    <div className="app-banner app-demo">
      <p>
        <strong>{t('demo.title')}</strong> {t('demo.clock', { now: momentInWords(session.now) })}{' '}
        <span className="app-wide">{t('demo.note')}</span>
      </p>
      <div className="app-demo-menus">
        <Menu
          trigger={t('demo.lookAs', { label: current?.label ?? session.person?.name ?? '' })}
          align="end"
          items={session.demo!.personas.map((persona) => ({
            id: persona.key,
            label: persona.label,
            sub: persona.person.name,
            isChecked: persona.key === current?.key,
            onSelect: () => look.mutate({ body: { persona: persona.key } }),
          }))}
        />
        <Menu
          trigger={t('demo.forward')}
          align="end"
          items={[1, 24, 72].map((hours) => ({
            id: String(hours),
            label: t(`demo.plus${hours}`),
            onSelect: () => move.mutate({ body: { hours } }),
          }))}
        />
      </div>
    </div>
  );
}
