import { pageOf } from '@makaverse/contract/pages';
import { Link } from '@makaverse/ui/link';
import { PageHeading } from '@makaverse/ui/page-heading';
import { TaskMark } from '@makaverse/ui/state-mark';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorLooks } from './door-looks.tsx';
import './door.css';

const steps = ['sent', 'seen', 'acknowledged', 'named', 'accepted', 'done'] as const;

/** A page outside the frame, for who is not signed in: what this is on one side, the one question on the other. */
export function DoorPage(props: { readonly title: ReactNode; readonly sub?: ReactNode; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  return (
    <div className="identity-door">
      <header className="identity-door-side">
        <Link href={pageOf.signIn()} className="identity-door-brand">
          <img src="/icon.svg" alt="" width={36} height={36} />
          {t('shell:name')}
        </Link>
        <div className="identity-door-story">
          <p className="identity-door-words">{t('door.words')}</p>
          <ol className="identity-door-steps" aria-label={t('door.steps')}>
            {steps.map((step) => (
              <li key={step}>
                <TaskMark state={step} word={t(`shell:step.${step}`)} />
              </li>
            ))}
          </ol>
        </div>
        <DoorLooks />
      </header>
      <main id="content" className="identity-door-main">
        <div className="identity-door-question">
          <PageHeading title={props.title} sub={props.sub} />
          {props.children}
        </div>
      </main>
    </div>
  );
}
