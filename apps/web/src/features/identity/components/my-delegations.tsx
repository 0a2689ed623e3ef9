import { listDelegations, revokeDelegation, type Delegation } from '@makaverse/contract/identity-directory';
import { Badge } from '@makaverse/ui/badge';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Section } from '@makaverse/ui/page-heading';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords, momentInWords } from '#lib/moments.ts';
import { useCan, useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { delegatingOffice, delegationState, isStanding, sideOf, sides, type DelegationSide } from '../model/delegation-state.ts';
import { DelegatePower } from './delegate-power.tsx';
import { useDay } from './use-day.ts';

/** Powers of the mayor handed on: by me, to me, and for the administrator those of others. */
export function MyDelegations(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { person, holdings } = useSession();
  const { today } = useDay();
  const reading = useRead(listDelegations, {});
  const may = delegatingOffice(holdings) !== null;
  return (
    <Section title={t('account.delegations.title')} actions={may && <DelegatePower />}>
      <Shown reading={reading}>
        {({ items }) => {
          const standing = items.filter((one) => isStanding(delegationState(one, today)));
          const past = items.filter((one) => !standing.includes(one));
          return (
            <div className="mv-stack-loose">
              {standing.length === 0 && <EmptyState title={t('account.delegations.none')} />}
              {sides.map((side) => (
                <OfSide key={side} side={side} items={standing.filter((one) => sideOf(one, person!.id) === side)} />
              ))}
              {past.length > 0 && (
                <details>
                  <summary>{t('account.delegations.past', { count: past.length })}</summary>
                  <Rows items={past} />
                </details>
              )}
            </div>
          );
        }}
      </Shown>
    </Section>
  );
}

function OfSide({ side, items }: { readonly side: DelegationSide; readonly items: readonly Delegation[] }): ReactNode {
  const { t } = useTranslation('sign-in');
  if (items.length === 0) return null;
  return (
    <Section level={3} title={t(`account.delegations.${side}`)}>
      <Rows items={items} />
    </Section>
  );
}

function Rows({ items }: { readonly items: readonly Delegation[] }): ReactNode {
  return (
    <ul className="directory-steps">
      {items.map((one) => (
        <li key={one.id}>
          <OneDelegation delegation={one} />
        </li>
      ))}
    </ul>
  );
}

function OneDelegation({ delegation }: { readonly delegation: Delegation }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { person } = useSession();
  const { today } = useDay();
  const state = delegationState(delegation, today);
  const name = (one: { id: string; name: string }): string => (one.id === person!.id ? t('account.delegations.you') : one.name);
  const words = {
    to: name(delegation.to),
    from: name(delegation.from),
    power: t(`account.delegations.power.${delegation.power}`),
    start: dayInWords(delegation.validFrom),
    until: dayInWords(delegation.validUntil),
    when: delegation.revokedAt === null ? '' : momentInWords(delegation.revokedAt),
  };
  const mayRevoke = useCan('administer') || delegation.from.id === person!.id;
  return (
    <>
      <span>
        {t(`account.delegations.sentence.${state}`, words)} <Badge>{t(`account.delegations.state.${state}`)}</Badge>
        <br />
        <small>{t('account.delegations.reason', { reason: delegation.reason })}</small>
      </span>
      {mayRevoke && isStanding(state) && <Revoke delegation={delegation} words={words} />}
    </>
  );
}

function Revoke(props: { readonly delegation: Delegation; readonly words: Readonly<Record<'to' | 'from' | 'power', string>> }): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const { delegation, words } = props;
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useAct(revokeDelegation, {
    onDone: () => {
      setIsAsking(false);
      toast({ title: t('account.delegations.revoked'), tone: 'good' });
    },
  });
  return (
    <>
      <Button isSmall aria-label={t('account.delegations.revokeLabel', words)} onClick={() => setIsAsking(true)}>
        {t('account.delegations.revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => revoke.mutate({ params: { id: delegation.id } })}
        title={t('account.delegations.askRevoke', words)}
        confirmText={t('account.delegations.confirmRevoke')}
        tone="danger"
        isBusy={revoke.isPending}
        busyText={t('shell:act.saving')}
      >
        <p>{t('account.delegations.askRevokeWords', words)}</p>
        <FailureNotice failure={revoke.error} />
      </ConfirmDialog>
    </>
  );
}
