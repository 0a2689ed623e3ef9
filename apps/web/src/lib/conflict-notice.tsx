import { ProblemError } from '@makaverse/client/call';
import { Button } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from './api.ts';

/** The record as it stands now, when a save was refused because somebody else had changed it; null for every other outcome. */
export function currentAfterConflict<T>(failure: Failure | null): T | null {
  return failure instanceof ProblemError && failure.problem.code === 'edit-conflict' ? (failure.problem.current as T) : null;
}

/** Lays the reader's words beside the newest, so that nobody's vanish: one of the two is chosen, or the form edited further. */
export function ConflictNotice(props: {
  readonly yours: ReactNode;
  readonly theirs: ReactNode;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Notice tone="late" isUrgent title={t('conflict.title')}>
      <div className="app-conflict">
        <section>
          <h3>{t('conflict.yours')}</h3>
          <div>{props.yours}</div>
          <Button onClick={props.onKeepMine}>{t('conflict.keepMine')}</Button>
        </section>
        <section>
          <h3>{t('conflict.theirs')}</h3>
          <div>{props.theirs}</div>
          <Button onClick={props.onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
        </section>
      </div>
    </Notice>
  );
}
