import { ProblemError } from '@makaverse/client/call';
import { pageOf } from '@makaverse/contract/pages';
import { readPersonRecord } from '@makaverse/contract/programmes';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { Shown } from '#lib/shown.tsx';

/** What a person carries now and what became of what he carried; where the server does not give it, nothing stands here. */
export function LoadAndRecord({ personId }: { readonly personId: string }): ReactNode {
  const { t } = useTranslation('directory');
  const reading = useRead(readPersonRecord, { params: { id: personId } });
  if (reading.error instanceof ProblemError && reading.error.problem.status < 500) return null;
  return (
    <Section title={t('record.title')}>
      <Shown reading={reading}>
        {({ load, record }) => (
          <>
            <KeyValueList
              items={[
                { key: 'programmes', label: t('record.programmes'), value: load.programmes, isNumeric: true },
                { key: 'directives', label: t('record.directives'), value: load.directives, isNumeric: true },
                { key: 'pending', label: t('record.pending'), value: load.pendingNominations, isNumeric: true },
                {
                  key: 'kept',
                  label: t('record.kept'),
                  value: record.done === 0 ? t('record.nothing') : t('record.keptWords', { inTime: record.doneInTime, done: record.done }),
                },
                { key: 'late', label: t('record.late'), value: record.late, isNumeric: true },
                { key: 'declined', label: t('record.declined'), value: record.declined, isNumeric: true },
              ]}
            />
            <p>
              <Link href={pageOf.promises({ orang: personId })}>{t('work.promises')}</Link>
            </p>
          </>
        )}
      </Shown>
    </Section>
  );
}
