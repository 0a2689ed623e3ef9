import {
  passUpObstacle,
  reopenObstacle,
  solveObstacle,
  takeOnObstacle,
  type ObstacleDetail,
} from '@makaverse/contract/programmes-obstacles';
import { addWorkingDays, witaDate } from '@makaverse/calendar';
import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Section } from '@makaverse/ui/page-heading';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { useSession } from '#lib/session.tsx';
import { WordsForm } from '#lib/words-form.tsx';

const moves = ['solve', 'take-on', 'pass-up', 'reopen'] as const;
type Move = (typeof moves)[number];

/** What whoever it lies with can do: solve it, take it on by a day, pass it up with a reason. */
export function ObstacleMoves({ obstacle }: { readonly obstacle: ObstacleDetail }): ReactNode {
  const { t } = useTranslation('obstacles');
  const [opened, setOpened] = useState<Move | null>(null);
  const done = { onDone: () => setOpened(null) };
  const solve = useAct(solveObstacle, done);
  const takeOn = useAct(takeOnObstacle, done);
  const passUp = useAct(passUpObstacle, done);
  const reopen = useAct(reopenObstacle, done);
  const params = { id: obstacle.id };
  const { version } = obstacle;
  const possible = moves.filter((move) => obstacle.mayDo.includes(move));
  if (possible.length === 0) return null;
  const isBusy = [solve, takeOn, passUp, reopen].some((act) => act.isPending);
  const send: Readonly<Record<Exclude<Move, 'take-on'>, (words: string) => void>> = {
    solve: (words) => solve.mutate({ params, body: { version, words } }),
    'pass-up': (reason) => passUp.mutate({ params, body: { version, reason } }),
    reopen: (reason) => reopen.mutate({ params, body: { version, reason } }),
  };
  return (
    <Section title={t('moves.title')} level={3}>
      <div className="app-buttons">
        {possible.map((move, index) => (
          <Button
            key={move}
            tone={index === 0 ? 'primary' : 'quiet'}
            aria-expanded={opened === move}
            onClick={() => setOpened(opened === move ? null : move)}
          >
            {t(`moves.${move}`)}
          </Button>
        ))}
      </div>
      {opened === 'take-on' && (
        <TakeOnForm isBusy={isBusy} onSubmit={(untilOn, words) => takeOn.mutate({ params, body: { version, untilOn, words } })} />
      )}
      {opened !== null && opened !== 'take-on' && (
        <WordsForm
          key={opened}
          draftKey={`obstacle.${obstacle.id}.${opened}`}
          label={t(`moves.words.${opened}`)}
          submitText={t(`moves.${opened}`)}
          isBusy={isBusy}
          onSubmit={send[opened]}
        />
      )}
      <FailureNotice failure={solve.error ?? takeOn.error ?? passUp.error ?? reopen.error} />
    </Section>
  );
}

function TakeOnForm(props: { readonly isBusy: boolean; readonly onSubmit: (untilOn: string, words: string) => void }): ReactNode {
  const { t } = useTranslation(['obstacles', 'shell']);
  const today = witaDate(new Date(useSession().now));
  const [untilOn, setUntilOn] = useState(addWorkingDays(today, 5));
  const [words, setWords] = useState('');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(untilOn, words);
      }}
    >
      <DateInput
        label={t('moves.untilOn')}
        hint={t('moves.untilHint')}
        value={untilOn}
        onValueChange={setUntilOn}
        min={today}
        max={addWorkingDays(today, 20)}
        spoken={untilOn && dayInWords(untilOn)}
        required
      />
      <TextArea label={t('moves.words.take-on')} value={words} onValueChange={setWords} isOptional maxLength={2000} isWide />
      <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('shell:act.sending')}>
        {t('moves.take-on')}
      </Button>
    </form>
  );
}
