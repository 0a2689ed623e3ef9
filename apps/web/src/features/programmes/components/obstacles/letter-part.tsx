import { addressOf } from '@makaverse/client/call';
import {
  answerLetter,
  readLetterDocx,
  readLetterPdf,
  sendLetter,
  writeLetter,
  type ObstacleDetail,
} from '@makaverse/contract/programmes-obstacles';
import { addWorkingDays, witaDate } from '@makaverse/calendar';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Section } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';

type Part = { readonly obstacle: ObstacleDetail };

/** The letter to an authority outside the city: drafted, sent, answered, each with its day. */
export function LetterPart({ obstacle }: Part): ReactNode {
  const { t } = useTranslation('obstacles');
  const [isWriting, setIsWriting] = useState(false);
  const { letter, mayDo } = obstacle;
  const params = { id: obstacle.id };
  return (
    <Section title={t('letter.title')} level={3}>
      {letter ? (
        <>
          <KeyValueList
            items={[
              { key: 'addressee', label: t('letter.addressee'), value: letter.addressee },
              { key: 'basis', label: t('letter.legalBasis'), value: letter.legalBasis },
              { key: 'number', label: t('letter.number'), value: letter.number, missingText: t('letter.notSent') },
              ...(letter.sentOn ? [{ key: 'sent', label: t('letter.sentOn'), value: dayInWords(letter.sentOn) }] : []),
              ...(letter.answerDueOn ? [{ key: 'due', label: t('letter.answerDueOn'), value: dayInWords(letter.answerDueOn) }] : []),
              ...(letter.sentOn
                ? [
                    {
                      key: 'answer',
                      label: t('letter.answer'),
                      value: letter.answeredOn && `${dayInWords(letter.answeredOn)}: ${letter.answer ?? ''}`,
                      missingText: t('letter.noAnswer'),
                    },
                  ]
                : []),
            ]}
          />
          <details>
            <summary>{letter.subject}</summary>
            <p className="obstacle-letter">{letter.body}</p>
          </details>
          <div className="app-buttons">
            <ButtonLink href={addressOf(readLetterDocx, { params })}>{t('letter.docx')}</ButtonLink>
            <ButtonLink href={addressOf(readLetterPdf, { params })}>{t('letter.pdf')}</ButtonLink>
          </div>
        </>
      ) : (
        <p className="mv-muted">{t('letter.none')}</p>
      )}
      {mayDo.includes('write-letter') &&
        (isWriting ? (
          <WriteForm obstacle={obstacle} onDone={() => setIsWriting(false)} />
        ) : (
          <Button tone={letter ? 'quiet' : 'primary'} onClick={() => setIsWriting(true)}>
            {t(letter ? 'letter.change' : 'letter.write')}
          </Button>
        ))}
      {mayDo.includes('send-letter') && !isWriting && <SentForm obstacle={obstacle} />}
      {mayDo.includes('answer-letter') && <AnswerForm obstacle={obstacle} />}
    </Section>
  );
}

function WriteForm({ obstacle, onDone }: Part & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['obstacles', 'shell']);
  const { letter, version, remover } = obstacle;
  const [addressee, setAddressee] = useState(letter?.addressee ?? (remover.kind === 'outside' ? remover.authority : ''));
  const [legalBasis, setLegalBasis] = useState(letter?.legalBasis ?? '');
  const [subject, setSubject] = useState(letter?.subject ?? '');
  const [body, setBody] = useDraft(`letter.${obstacle.id}`, letter?.body ?? '');
  const write = useAct(writeLetter, { onDone });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ params: { id: obstacle.id }, body: { version, addressee, legalBasis, subject, body } });
      }}
    >
      <TextInput label={t('letter.addressee')} value={addressee} onValueChange={setAddressee} required maxLength={300} isWide />
      <TextArea
        label={t('letter.legalBasis')}
        hint={t('letter.legalHint')}
        value={legalBasis}
        onValueChange={setLegalBasis}
        required
        maxLength={2000}
        isWide
      />
      <TextInput
        label={t('letter.subject')}
        hint={t('letter.draftedHint')}
        value={subject}
        onValueChange={setSubject}
        isOptional
        maxLength={300}
        isWide
      />
      <TextArea
        label={t('letter.body')}
        hint={t('letter.draftedHint')}
        value={body}
        onValueChange={setBody}
        isOptional
        maxLength={10_000}
        isWide
      />
      <FailureNotice failure={write.error} />
      <Button type="submit" tone="primary" isBusy={write.isPending} busyText={t('shell:act.saving')}>
        {t('letter.save')}
      </Button>
    </form>
  );
}

function SentForm({ obstacle }: Part): ReactNode {
  const { t } = useTranslation(['obstacles', 'shell']);
  const today = witaDate(new Date(useSession().now));
  const [number, setNumber] = useState('');
  const [sentOn, setSentOn] = useState(today);
  const [answerDueOn, setAnswerDueOn] = useState(addWorkingDays(today, 10));
  const send = useAct(sendLetter);
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ params: { id: obstacle.id }, body: { version: obstacle.version, number, sentOn, answerDueOn } });
      }}
    >
      <TextInput label={t('letter.number')} value={number} onValueChange={setNumber} required maxLength={100} />
      <DateInput
        label={t('letter.sentOn')}
        value={sentOn}
        onValueChange={setSentOn}
        max={today}
        spoken={sentOn && dayInWords(sentOn)}
        required
      />
      <DateInput
        label={t('letter.answerDueOn')}
        value={answerDueOn}
        onValueChange={setAnswerDueOn}
        min={today}
        spoken={answerDueOn && dayInWords(answerDueOn)}
        required
      />
      <FailureNotice failure={send.error} />
      <Button type="submit" tone="primary" isBusy={send.isPending} busyText={t('shell:act.saving')}>
        {t('letter.markSent')}
      </Button>
    </form>
  );
}

function AnswerForm({ obstacle }: Part): ReactNode {
  const { t } = useTranslation(['obstacles', 'shell']);
  const today = witaDate(new Date(useSession().now));
  const [answeredOn, setAnsweredOn] = useState(today);
  const [answer, setAnswer] = useDraft(`letter.${obstacle.id}.answer`, '');
  const keep = useAct(answerLetter, { onDone: () => setAnswer('') });
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ params: { id: obstacle.id }, body: { version: obstacle.version, answeredOn, answer } });
      }}
    >
      <DateInput
        label={t('letter.answeredOn')}
        value={answeredOn}
        onValueChange={setAnsweredOn}
        max={today}
        spoken={answeredOn && dayInWords(answeredOn)}
        required
      />
      <TextArea label={t('letter.answer')} value={answer} onValueChange={setAnswer} required maxLength={4000} isWide />
      <FailureNotice failure={keep.error} />
      <Button type="submit" tone="primary" isBusy={keep.isPending} busyText={t('shell:act.saving')}>
        {t('letter.markAnswered')}
      </Button>
    </form>
  );
}
