import { readImport } from '@makaverse/contract/identity-import';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { ChooseFile } from '../components/choose-file.tsx';
import '../components/directory.css';
import { Headed } from '../components/headed.tsx';
import { ImportPreview } from '../components/import-preview.tsx';

/** Bringing in units and people from a file: judged row by row first, written whole or not at all. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  // The preview stands in the address: who reloads, or comes back tomorrow, finds it again.
  const [importId, choose] = useAddressValue('berkas');
  if (importId === null) {
    return (
      <>
        <PageHeading
          title={t('import.title')}
          sub={t('import.sub')}
          actions={
            <>
              <ButtonLink href={pageOf.boundaries()}>{t('import.boundaries')}</ButtonLink>
              <ButtonLink href={pageOf.directory()}>{t('shell:nav.directory')}</ButtonLink>
            </>
          }
        />
        <ChooseFile onJudged={(preview) => choose(preview.id)} />
      </>
    );
  }
  return <Judged id={importId} onAnother={() => choose(null)} />;
}

function Judged({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const reading = useRead(readImport, { params: { id } });
  return (
    <Headed title={t('nav.imports')} reading={reading}>
      {(preview) => <ImportPreview preview={preview} onAnother={onAnother} />}
    </Headed>
  );
}
