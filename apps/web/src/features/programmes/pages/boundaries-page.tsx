import { listMapAreas, removeBoundaries, type MapArea } from '@makaverse/contract/programmes-areas';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords } from '#lib/moments.ts';
import { Shown } from '#lib/shown.tsx';
import { BoundaryImport } from '../components/boundary-import.tsx';
import { CityMap } from '../components/plan/city-map.tsx';
import '../components/plan/plan.css';

const noPlaces: readonly never[] = [];

/** How far the city's areas officially reach: what the map knows of it, and the file that tells more. */
export function BoundariesPage(): ReactNode {
  const { t } = useTranslation(['boundaries', 'shell']);
  const reading = useRead(listMapAreas, {});
  return (
    <Shown reading={reading}>
      {({ items, official, mayImport }) => (
        <div className="plan-figures">
          <PageHeading
            title={headingOf(items, t)}
            sub={
              official
                ? t('sub', { source: official.source, name: official.by?.name ?? t('somebody'), when: momentInWords(official.importedAt) })
                : t('subNone')
            }
            {...(official && mayImport && { actions: <Remove /> })}
          />
          {mayImport && (
            <Section title={t('import.title')} sub={t('import.words')}>
              <BoundaryImport />
            </Section>
          )}
          <CityMap key={official?.importedAt ?? ''} places={noPlaces} activeKey={null} onPick={null} />
        </div>
      )}
    </Shown>
  );
}

function headingOf(items: readonly MapArea[], t: ReturnType<typeof useTranslation<['boundaries', 'shell']>>['t']): string {
  const kelurahan = items.filter((one) => one.kind === 'kelurahan');
  const known = kelurahan.filter((one) => one.boundary !== null).length;
  if (known > 0) return t('heading', { count: known, all: kelurahan.length });
  return items.some((one) => one.boundary !== null) ? t('headingKecamatan') : t('headingNone');
}

function Remove(): ReactNode {
  const { t } = useTranslation(['boundaries', 'shell']);
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAct(removeBoundaries, { onDone: () => setIsAsking(false) });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('remove.open')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => remove.mutate({})}
        title={t('remove.title')}
        confirmText={t('remove.open')}
        tone="danger"
        isBusy={remove.isPending}
        busyText={t('shell:act.sending')}
      >
        {t('remove.words')}
        <FailureNotice failure={remove.error} />
      </ConfirmDialog>
    </>
  );
}
