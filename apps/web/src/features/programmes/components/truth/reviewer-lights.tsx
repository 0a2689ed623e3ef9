import { light, rateProgramme, type Light, type ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { LightMark } from '@makaverse/ui/state-mark';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords } from '#lib/moments.ts';

/** The reviewer's lights, signed, the latest first; the reviewer sets the next one here. */
export function ReviewerLights({ truth }: { readonly truth: ProgrammeTruth }): ReactNode {
  const { t } = useTranslation('truth');
  const [isRating, setIsRating] = useState(false);
  return (
    <Section
      title={t('rating.title')}
      actions={truth.mayRate && !isRating && <Button onClick={() => setIsRating(true)}>{t('rating.open')}</Button>}
    >
      {isRating && <RatingForm programmeId={truth.standing.programme.id} onDone={() => setIsRating(false)} />}
      {truth.ratings.length === 0 ? (
        <p className="mv-muted">{t('rating.none')}</p>
      ) : (
        <ol className="truth-list">
          {truth.ratings.map((one) => (
            <li key={one.id}>
              <LightMark light={one.light} word={t(`light.${one.light}`)} />
              <p>{one.reason}</p>
              <p className="truth-when">
                {one.by.name}, {one.by.title}, <time dateTime={one.at}>{momentInWords(one.at)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function RatingForm({ programmeId, onDone }: { readonly programmeId: string; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['truth', 'shell']);
  const [chosen, setChosen] = useState<Light | null>(null);
  const [reason, setReason] = useDraft(`rating.${programmeId}`, '');
  const rate = useAct(rateProgramme, {
    onDone: () => {
      setReason('');
      onDone();
    },
  });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) rate.mutate({ params: { id: programmeId }, body: { light: chosen, reason } });
      }}
    >
      <RadioGroup
        legend={t('rating.choose')}
        options={light.options.map((one) => ({ value: one, label: <LightMark light={one} word={t(`light.${one}`)} /> }))}
        value={chosen}
        onValueChange={setChosen}
      />
      <TextArea
        label={t('rating.reason')}
        hint={t('rating.hint')}
        value={reason}
        onValueChange={setReason}
        required
        maxLength={2000}
        isWide
      />
      <FailureNotice failure={rate.error} />
      <Button type="submit" tone="primary" disabled={!chosen} isBusy={rate.isPending} busyText={t('shell:act.sending')}>
        {t('rating.send')}
      </Button>
    </form>
  );
}
