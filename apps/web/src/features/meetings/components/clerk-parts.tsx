import { instantAt, witaDate } from '@makaverse/calendar';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, daysFromNow } from '#lib/moments.ts';
import type { ClerkLine } from '../model/clerk-line.ts';
import type { LineParts } from '../model/line-parts.ts';
import type { Match, Named } from '../model/match-name.ts';

/** The parts of a directive beside the line, each with its mark: filled in as understood, hollow while missing. */
export function ClerkParts(props: {
  readonly id: string;
  readonly line: ClerkLine;
  readonly parts: LineParts;
  readonly isReady: boolean;
  readonly now: string;
}): ReactNode {
  const { id, line, parts, isReady, now } = props;
  const { t } = useTranslation('meeting-room');
  const name = (said: string, meant: Match<Named>): ReactNode => <NameMeant said={said} meant={meant} />;
  const day = (said: string, date: string | null): ReactNode => <DayMeant said={said} date={date} now={now} />;
  const { nomination } = line;
  return (
    <dl id={id} className="clerk-parts">
      <Part mark={null} label={t('clerk.part.words')} isWords>
        {line.words || null}
      </Part>
      <Part mark="@" label={t('clerk.part.to')}>
        {line.addressees.length > 0 && (
          <ul className="clerk-names">
            {line.addressees.map((one, index) => (
              <li key={one.said + String(index)}>{name(one.said, one.meant)}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part mark="#" label={t('clerk.part.programme')} missing={t('clerk.mayBeEmpty')}>
        {line.programme && name(line.programme.said, line.programme.meant)}
      </Part>
      <Part mark=">" label={t('clerk.part.reviewer')}>
        {line.reviewer && name(line.reviewer.said, line.reviewer.meant)}
      </Part>
      <Part mark="!" label={t('clerk.part.deadline')}>
        {line.deadline && day(line.deadline.said, line.deadline.meant)}
      </Part>
      <Part mark="=" label={t('clerk.part.measure')}>
        {line.measure}
      </Part>
      <Part mark="&" label={t('clerk.part.nomination')}>
        {nomination && 'dueOn' in nomination.meant && (
          <>
            {t('clerk.nominateBy')} {day(nomination.said, nomination.meant.dueOn)}
          </>
        )}
        {nomination && 'person' in nomination.meant && (
          <>
            {name(nomination.said, nomination.meant.person)}
            {nomination.meant.person.kind === 'one' && parts.pic === null && line.addressees.length > 0 && (
              <span className="clerk-unclear">{t('clerk.noSeat')}</span>
            )}
          </>
        )}
      </Part>
      {!isReady && (
        <div className="clerk-part">
          <dt>{t('clerk.directory')}</dt>
          <dd className="mv-muted">{t('clerk.directoryReading')}</dd>
        </div>
      )}
    </dl>
  );
}

function Part(props: {
  readonly mark: string | null;
  readonly label: string;
  readonly missing?: string;
  readonly isWords?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { mark, label, missing, isWords, children } = props;
  const { t } = useTranslation('meeting-room');
  const isMissing = children === null || children === false || [children].flat().every((child) => !child);
  return (
    <div className="clerk-part">
      <dt>
        {mark && (
          <kbd className="mv-key" aria-hidden="true">
            {mark}
          </kbd>
        )}
        {label}
      </dt>
      {isMissing ? (
        <dd className="mv-missing">{missing ?? t('clerk.missing')}</dd>
      ) : (
        <dd className={isWords ? 'clerk-words' : ''}>{children}</dd>
      )}
    </div>
  );
}

function NameMeant({ said, meant }: { readonly said: string; readonly meant: Match<Named> }): ReactNode {
  const { t } = useTranslation('meeting-room');
  if (meant.kind === 'none') return <span className="clerk-unclear">{t('clerk.unknown', { said })}</span>;
  if (meant.kind === 'several') {
    const names = meant.items.slice(0, 3).map((item) => item.name);
    return <span className="clerk-unclear">{t('clerk.several', { said, count: meant.items.length, names: names.join(', ') })}</span>;
  }
  const beside = meant.item.aliases[0];
  return (
    <>
      {meant.item.name}
      {beside && beside !== meant.item.name && <span className="clerk-beside"> {beside}</span>}
    </>
  );
}

function DayMeant({ said, date, now }: { readonly said: string; readonly date: string | null; readonly now: string }): ReactNode {
  const { t } = useTranslation('meeting-room');
  if (date === null) return <span className="clerk-unclear">{t('clerk.noDay', { said })}</span>;
  const midday = instantAt(date, '12:00').toISOString();
  return (
    <>
      {dayInWords(date)}
      <span className={date < witaDate(new Date(now)) ? 'clerk-unclear' : 'clerk-beside'}> {daysFromNow(midday, now)}</span>
    </>
  );
}
