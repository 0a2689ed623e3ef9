import type { ReplyOf } from '@makaverse/contract/endpoint';
import { applyImport } from '@makaverse/contract/identity-import';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { ImportRows } from './import-rows.tsx';

type Preview = ReplyOf<typeof applyImport>;

/** What a file would do, row by row; one button writes all of it, when every row is good. */
export function ImportPreview({ preview, onAnother }: { readonly preview: Preview; readonly onAnother: () => void }): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const apply = useAct(applyImport);
  const { counts, isApplied } = preview;
  const state = isApplied ? 'applied' : counts.wrong > 0 ? 'wrong' : counts.new + counts.changed === 0 ? 'same' : 'ready';
  return (
    <>
      <PageHeading
        kicker={t('import.kicker', { kind: t(`import.kinds.${preview.kind}`) })}
        title={t(`import.heading.${state}`, { count: state === 'wrong' ? counts.wrong : counts.new + counts.changed })}
        sub={preview.fileName}
      />
      <div className="mv-stack">
        <ul className="directory-counts" aria-label={t('import.counts')}>
          {(['new', 'changed', 'same', 'wrong'] as const).map((change) => (
            <li key={change}>
              <Badge tone={change === 'wrong' && counts.wrong > 0 ? 'late' : change === 'new' ? 'good' : 'neutral'}>
                {t(`import.count.${change}`, { count: counts[change] })}
              </Badge>
            </li>
          ))}
        </ul>
        {state === 'wrong' && <Notice tone="late" title={t('import.mend', { count: counts.wrong })} />}
        {state === 'ready' && <Notice title={t('import.ready')} />}
        {state === 'same' && <Notice title={t('import.sameWords')} />}
        {isApplied && (
          <Notice
            tone="good"
            title={t('import.applied')}
            action={
              <ButtonLink href={preview.kind === 'units' ? pageOf.directory() : `${pageOf.directory()}?lihat=orang`}>
                {t('import.toDirectory')}
              </ButtonLink>
            }
          >
            {preview.kind === 'people' && t('import.inviteNext')}
          </Notice>
        )}
        <FailureNotice failure={apply.error} />
        <div className="app-buttons mv-no-print">
          {state === 'ready' && (
            <Button
              tone="primary"
              isBusy={apply.isPending}
              busyText={t('import.applying')}
              onClick={() => apply.mutate({ params: { id: preview.id } })}
            >
              {t('import.apply', { count: counts.new + counts.changed })}
            </Button>
          )}
          <Button onClick={onAnother}>{t('import.another')}</Button>
        </div>
        <ImportRows preview={preview} />
      </div>
    </>
  );
}
