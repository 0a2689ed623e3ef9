import {
  acceptAppointment,
  appoint,
  counterPropose,
  declineAppointment,
  propose,
  recommend,
  replacePersonInCharge,
  returnNomination,
  type NominationAction,
  type nominationDetail,
} from '@makaverse/contract/programmes';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useAct, type Failure } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { WordsForm } from '#lib/words-form.tsx';
import { PersonMoveForm } from './person-move-form.tsx';

type Detail = z.infer<typeof nominationDetail>;

// Plain moves need no words; the others open a form under the buttons.
const plain: readonly NominationAction[] = ['recommend', 'appoint', 'accept'];
const withReason: readonly NominationAction[] = ['return', 'decline', 'replace'];
const forward: readonly NominationAction[] = ['propose', 'recommend', 'appoint', 'accept'];

/** The moves the reader may make now; the way forward first. */
export function NominationMoves({ nomination }: { readonly nomination: Detail }): ReactNode {
  const { t } = useTranslation('programmes');
  const [opened, setOpened] = useState<NominationAction | null>(null);
  const done = { onDone: () => setOpened(null) };
  const acts = {
    propose: useAct(propose, done),
    counter: useAct(counterPropose, done),
    recommend: useAct(recommend, done),
    return: useAct(returnNomination, done),
    appoint: useAct(appoint, done),
    accept: useAct(acceptAppointment, done),
    decline: useAct(declineAppointment, done),
    replace: useAct(replacePersonInCharge, done),
  };
  const params = { id: nomination.id };
  const { version } = nomination;
  const moves = nomination.mayDo
    .filter((move): move is keyof typeof acts => move in acts)
    .sort((a, b) => Number(forward.includes(b)) - Number(forward.includes(a)));
  if (moves.length === 0) return null;
  const failure =
    Object.values(acts)
      .map((act) => act.error)
      .find((error): error is Failure => error !== null) ?? null;
  const isBusy = Object.values(acts).some((act) => act.isPending);

  const press = (move: keyof typeof acts): void => {
    if (move === 'recommend' || move === 'appoint') acts[move].mutate({ params, body: { version, note: '' } });
    else if (move === 'accept') acts.accept.mutate({ params, body: { version } });
    else setOpened(opened === move ? null : move);
  };
  return (
    <Section title={t('moves.title')} level={3}>
      <div className="app-buttons">
        {moves.map((move, index) => (
          <Button
            key={move}
            tone={index === 0 && forward.includes(move) ? 'primary' : 'quiet'}
            isBusy={plain.includes(move) && acts[move].isPending}
            disabled={isBusy && !acts[move].isPending}
            {...(!plain.includes(move) && { 'aria-expanded': opened === move })}
            onClick={() => press(move)}
          >
            {t(`moves.${move}`)}
          </Button>
        ))}
      </div>
      {opened !== null && withReason.includes(opened) && (
        <WordsForm
          key={opened}
          draftKey={`nomination.${nomination.id}.${opened}`}
          label={t(`moves.reason.${opened}`)}
          submitText={t(`moves.${opened}`)}
          isBusy={isBusy}
          onSubmit={(reason, sent) =>
            acts[opened as 'return' | 'decline' | 'replace'].mutate({ params, body: { version, reason } }, { onSuccess: sent })
          }
        />
      )}
      {(opened === 'propose' || opened === 'counter') && (
        <PersonMoveForm
          key={opened}
          draftKey={`nomination.${nomination.id}.${opened}`}
          unitId={nomination.seat.unitId}
          label={t(`moves.reason.${opened}`)}
          submitText={t(`moves.${opened}`)}
          isBusy={isBusy}
          onSubmit={(personId, words, sent) =>
            opened === 'propose'
              ? acts.propose.mutate({ params, body: { version, personId, reasons: words } }, { onSuccess: sent })
              : acts.counter.mutate({ params, body: { version, personId, reason: words } }, { onSuccess: sent })
          }
        />
      )}
      <FailureNotice failure={failure} />
    </Section>
  );
}
