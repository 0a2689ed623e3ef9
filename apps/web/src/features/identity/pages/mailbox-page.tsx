import { listMailbox, type mailBrief } from '@makaverse/contract/system';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { PageHeading } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { momentInWords } from '#lib/moments.ts';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { useAddressValue } from '#lib/navigate.ts';
import { useCan, useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { MailLetter } from '../components/mail-letter.tsx';
import '../components/mailbox.css';

/** What the demo would have mailed, newest first; the letter whose id the address names is open in its place. */
export function MailboxPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { demo } = useSession();
  if (demo === null) {
    return (
      <>
        <PageHeading kicker={t('mailbox.kicker')} title={t('mailbox.notDemo')} />
        <EmptyState title={t('mailbox.notDemoWords')} action={<ButtonLink href={pageOf.today()}>{t('mailbox.noneAction')}</ButtonLink>} />
      </>
    );
  }
  return <Letters />;
}

function Letters(): ReactNode {
  const { t } = useTranslation('sign-in');
  const seesAll = useCan('administer');
  const [openId] = useAddressValue('surat');
  // Letters go out a moment after what they tell of.
  const reading = usePages(listMailbox, { query: {} }, (reply) => reply.items, { refetchMs: 3_000 });
  const title = (count: number): string => {
    if (count === 0) return t('mailbox.titleNone');
    return reading.more.has ? t('mailbox.titleMore', { count }) : t('mailbox.title', { count });
  };
  return (
    <Shown reading={reading}>
      {(letters) => (
        <>
          <PageHeading kicker={t('mailbox.kicker')} title={title(letters.length)} sub={seesAll ? t('mailbox.all') : t('mailbox.mine')} />
          {letters.length === 0 ? (
            <EmptyState title={t('mailbox.none')} action={<ButtonLink href={pageOf.today()}>{t('mailbox.noneAction')}</ButtonLink>} />
          ) : (
            <ol className="mailbox" aria-label={t('mailbox.caption')}>
              {letters.map((letter) => (
                <Letter key={letter.id} letter={letter} isOpen={letter.id === openId} hasReceiver={seesAll} />
              ))}
            </ol>
          )}
          <MoreButton more={reading.more} />
        </>
      )}
    </Shown>
  );
}

function Letter(props: { readonly letter: z.infer<typeof mailBrief>; readonly isOpen: boolean; readonly hasReceiver: boolean }): ReactNode {
  const { letter, isOpen, hasReceiver } = props;
  const { t } = useTranslation('sign-in');
  return (
    <li className="mailbox-item">
      <p className="mailbox-line">
        <Link href={isOpen ? pageOf.mailbox() : `${pageOf.mailbox()}?surat=${letter.id}`} aria-expanded={isOpen}>
          {letter.subject}
        </Link>
        {hasReceiver && <span className="mv-small mv-muted">{`${t('mailbox.to')}: ${letter.to}`}</span>}
        <time className="mv-small mv-muted" dateTime={letter.at}>
          {momentInWords(letter.at)}
        </time>
      </p>
      {isOpen && <MailLetter id={letter.id} />}
    </li>
  );
}
