import { makeFeedAddress } from '@makaverse/contract/meetings';
import { Button } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { TextInput } from '@makaverse/ui/text-input';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** The secret address under which my own calendar reads my meetings. */
export function MyCalendar(): ReactNode {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [url, setUrl] = useState<string | null>(null);
  const make = useAct(makeFeedAddress, { onDone: (reply) => setUrl(reply.url) });
  const copy = async (address: string): Promise<void> => {
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    toast(isCopied ? { title: t('account.feed.copied'), tone: 'good' } : { title: t('account.feed.notCopied'), tone: 'late' });
  };
  return (
    <Section title={t('account.feed.title')} sub={t('account.feed.sub')}>
      <Notice tone="waiting">{t('account.feed.warning')}</Notice>
      {url !== null && (
        <div className="directory-form">
          <TextInput
            label={t('account.feed.address')}
            hint={t('account.feed.addressHint')}
            value={url}
            onValueChange={() => undefined}
            readOnly
            isWide
          />
          <p>
            <Button onClick={() => void copy(url)}>{t('account.feed.copy')}</Button>
          </p>
        </div>
      )}
      <FailureNotice failure={make.error} />
      <p>
        <Button isBusy={make.isPending} busyText={t('account.feed.busy')} onClick={() => make.mutate({})}>
          {t(url === null ? 'account.feed.make' : 'account.feed.renew')}
        </Button>
      </p>
    </Section>
  );
}
