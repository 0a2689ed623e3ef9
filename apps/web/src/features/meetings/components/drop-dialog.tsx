import type { Candidate } from '@makaverse/contract/meetings-room';
import { Dialog } from '@makaverse/ui/dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsForm } from '#lib/words-form.tsx';

/** Why a candidate is not spoken of; the reason stays beside it for all to read. */
export function DropDialog({
  candidate,
  onClose,
  onDrop,
}: {
  readonly candidate: Candidate;
  readonly onClose: () => void;
  readonly onDrop: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation('meetings');
  return (
    <Dialog isOpen onClose={onClose} title={t('refresh.dropTitle')} size="small">
      <p>{candidate.title}</p>
      <WordsForm
        draftKey={`drop.${candidate.key}`}
        label={t('refresh.dropReason')}
        submitText={t('refresh.drop')}
        isBusy={false}
        onSubmit={(reason, sent) => {
          onDrop(reason);
          sent();
        }}
      />
    </Dialog>
  );
}
