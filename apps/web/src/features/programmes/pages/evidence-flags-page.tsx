import { listEvidenceFlags, type EvidenceFlag } from '@makaverse/contract/programmes-check-in';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { PageHeading } from '@makaverse/ui/page-heading';
import { Select } from '@makaverse/ui/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton, usePages } from '#lib/more-pages.tsx';
import { momentInWords } from '#lib/moments.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { Shown } from '#lib/shown.tsx';
import '../components/check-in/check-in.css';

const filters = ['open', 'answered'] as const;
type Filter = (typeof filters)[number];

/** Photos that look wrong and wait for the reviewer, the oldest first; and those that were judged. */
export function EvidenceFlagsPage(): ReactNode {
  const { t } = useTranslation('check-in');
  const [chosen, choose] = useAddressValue('saring');
  const filter: Filter = filters.find((one) => one === chosen) ?? 'open';
  const reading = usePages(listEvidenceFlags, { query: { only: filter, limit: 200 } }, (reply) => reply.items);
  return (
    <Shown reading={reading}>
      {(flags) => (
        <div className="mv-stack">
          <PageHeading title={t(`flags.heading.${filter}`, { count: flags.length })} sub={t('flags.sub')} />
          <Select
            label={t('flags.show')}
            options={filters.map((value) => ({ value, label: t(`flags.filter.${value}`) }))}
            value={filter}
            onValueChange={choose}
          />
          {flags.length === 0 ? (
            <EmptyState title={t(`flags.empty.${filter}`)} />
          ) : (
            <ul className="evidence-flags">
              {flags.map((flag) => (
                <FlagLine key={flag.id} flag={flag} />
              ))}
            </ul>
          )}
          <MoreButton more={reading.more} />
        </div>
      )}
    </Shown>
  );
}

function FlagLine({ flag }: { readonly flag: EvidenceFlag }): ReactNode {
  const { t } = useTranslation('check-in');
  const { other, answer, programme, checkIn } = flag;
  return (
    <li>
      <div className="evidence-flag-pair">
        <img src={flag.evidence.photoHref} alt={t('flag.this')} loading="lazy" />
        {other && <img src={other.evidence.photoHref} alt={t('flag.other')} loading="lazy" />}
      </div>
      <div>
        <Link href={pageOf.evidenceFlag(flag.id)}>{t(`flag.${flag.kind}.title`)}</Link>
        <p>
          {programme.number} · {programme.name}
        </p>
        <p className="mv-muted">{t('flags.from', { name: checkIn.by.name, unit: checkIn.unit.name, when: momentInWords(checkIn.at) })}</p>
        {answer && (
          <p>
            {t(`verdict.${answer.verdict}`)}.{' '}
            {t('flag.answered', { name: answer.by.name, when: momentInWords(answer.at), reason: answer.reason })}
          </p>
        )}
      </div>
      {flag.mayAnswer && (
        <ButtonLink
          href={pageOf.evidenceFlag(flag.id)}
          aria-label={t('flags.judgeThis', { number: programme.number, unit: checkIn.unit.name })}
        >
          {t('flags.judge')}
        </ButtonLink>
      )}
    </li>
  );
}
