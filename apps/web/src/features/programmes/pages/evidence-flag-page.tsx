import { answerEvidenceFlag, readEvidenceFlag, type Evidence, type EvidenceFlag } from '@makaverse/contract/programmes-check-in';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { momentInWords, numberInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import '../components/check-in/check-in.css';

/** A photo that looks wrong, beside what it is compared to, and the reviewer's answer. */
export function EvidenceFlagPage(): ReactNode {
  const id = useId();
  const reading = useRead(readEvidenceFlag, { params: { id } });
  return <Shown reading={reading}>{(flag) => <Flag key={flag.id} flag={flag} />}</Shown>;
}

function Flag({ flag }: { readonly flag: EvidenceFlag }): ReactNode {
  const { t } = useTranslation('check-in');
  const { other, answer } = flag;
  return (
    <>
      <PageHeading
        kicker={t('flag.kicker', { number: flag.programme.number, unit: flag.checkIn.unit.name })}
        title={t(`flag.${flag.kind}.title`)}
        sub={
          <>
            <Link href={pageOf.programme(flag.programme.id)}>{flag.programme.name}</Link>
            {' · '}
            <Link href={pageOf.evidenceFlags()}>{t('flags.all')}</Link>
          </>
        }
      />
      <p>
        {t(`flag.${flag.kind}.words`, {
          metres: numberInWords(flag.metres ?? 0),
          when: flag.lastCheckInAt === null ? '' : momentInWords(flag.lastCheckInAt),
        })}
      </p>
      <div className="evidence-sides">
        <Side
          title={t('flag.this')}
          photo={flag.evidence}
          by={`${flag.checkIn.by.name}, ${flag.checkIn.unit.name}`}
          programme={`${flag.programme.number} ${flag.programme.name}`}
        />
        {other && (
          <Side
            title={t('flag.other')}
            photo={other.evidence}
            by={`${other.by.name}, ${other.unit.name}`}
            programme={`${other.programme.number} ${other.programme.name}`}
          />
        )}
      </div>
      {answer && (
        <Notice tone={answer.verdict === 'genuine' ? 'good' : 'late'} title={t(`verdict.${answer.verdict}`)}>
          {t('flag.answered', { name: answer.by.name, when: momentInWords(answer.at), reason: answer.reason })}
        </Notice>
      )}
      {flag.mayAnswer && <Answer id={flag.id} />}
    </>
  );
}

function Side(props: { readonly title: string; readonly photo: Evidence; readonly by: string; readonly programme: string }): ReactNode {
  const { t } = useTranslation('check-in');
  const { photo } = props;
  return (
    <figure>
      <figcaption>
        <strong>{props.title}</strong>
      </figcaption>
      <img src={photo.photoHref} width={photo.width} height={photo.height} alt={props.title} />
      <KeyValueList
        items={[
          { key: 'by', label: t('flag.by'), value: props.by },
          { key: 'programme', label: t('flag.programme'), value: props.programme },
          { key: 'at', label: t('flag.at'), value: momentInWords(photo.at) },
          {
            key: 'taken',
            label: t('flag.takenAt'),
            value: photo.takenAt && momentInWords(photo.takenAt),
            missingText: t('flag.unknown'),
          },
          {
            key: 'place',
            label: t('flag.place'),
            value: photo.place && `${photo.place.latitude}, ${photo.place.longitude}`,
            missingText: t('flag.unknown'),
          },
        ]}
      />
    </figure>
  );
}

function Answer({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation(['check-in', 'shell']);
  const [reason, setReason, forget] = useDraft(`evidence-flag.${id}`, '');
  const act = useAct(answerEvidenceFlag, { onDone: forget });
  const say = (verdict: 'genuine' | 'rejected'): void => act.mutate({ params: { id }, body: { verdict, reason } });
  const isEmpty = reason.trim() === '';
  return (
    <form className="evidence-answer" onSubmit={(event) => event.preventDefault()}>
      <TextArea label={t('flag.reason')} hint={t('flag.reasonHint')} value={reason} onValueChange={setReason} />
      <FailureNotice failure={act.error} />
      <div className="app-buttons">
        <Button disabled={isEmpty} isBusy={act.isPending} busyText={t('shell:act.saving')} onClick={() => say('genuine')}>
          {t('flag.accept')}
        </Button>
        <Button disabled={isEmpty} tone="danger" isBusy={act.isPending} busyText={t('shell:act.saving')} onClick={() => say('rejected')}>
          {t('flag.reject')}
        </Button>
      </div>
    </form>
  );
}
