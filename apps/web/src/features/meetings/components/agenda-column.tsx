import type { Candidate } from '@makaverse/contract/meetings-room';
import { Button, IconButton } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import { ArrowDown, ArrowUp, Pin, PinOff } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateMoves } from '../model/candidate-moves.ts';
import { DropDialog } from './drop-dialog.tsx';

const remPerMinute = 0.9;

/** The selected items as a column whose height is time; Alt with ↑ ↓ moves the one in focus. */
export function AgendaColumn(props: {
  readonly selected: readonly Candidate[];
  readonly minutesGiven: number;
  readonly moves: CandidateMoves | null;
  readonly isBusy: boolean;
}): ReactNode {
  const { selected, minutesGiven, moves, isBusy } = props;
  const { t } = useTranslation('meetings');
  const [dropping, setDropping] = useState<Candidate | null>(null);
  const used = selected.reduce((sum, one) => sum + one.minutes, 0);
  const onKey = (event: KeyboardEvent, one: Candidate): void => {
    if (!event.altKey || !moves || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moves.move(one, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Section title={t('refresh.agenda')} sub={t('refresh.sum', { used, given: minutesGiven })}>
      <ol className="refresh-column" aria-label={t('refresh.agenda')}>
        {selected.map((one, index) => (
          <li
            key={one.key}
            className="refresh-block"
            style={{ minBlockSize: `${Math.max(5, one.minutes * remPerMinute)}rem` }}
            onKeyDown={(event) => onKey(event, one)}
          >
            <p className="refresh-minutes">{t('agenda.minutes', { count: one.minutes })}</p>
            <div>
              <p className="refresh-title">
                <Link href={one.href}>{one.title}</Link>
              </p>
              <p className="refresh-reason">{one.reason}</p>
            </div>
            {moves && (
              <div className="refresh-moves">
                <IconButton
                  label={t(one.isPinned ? 'refresh.unpin' : 'refresh.pin', { title: one.title })}
                  aria-pressed={one.isPinned}
                  icon={one.isPinned ? <PinOff size={18} aria-hidden /> : <Pin size={18} aria-hidden />}
                  disabled={isBusy}
                  onClick={() => moves.pin(one)}
                />
                <IconButton
                  label={t('agenda.up', { title: one.title })}
                  icon={<ArrowUp size={18} aria-hidden />}
                  disabled={isBusy || index === 0}
                  onClick={() => moves.move(one, -1)}
                />
                <IconButton
                  label={t('agenda.down', { title: one.title })}
                  icon={<ArrowDown size={18} aria-hidden />}
                  disabled={isBusy || index === selected.length - 1}
                  onClick={() => moves.move(one, 1)}
                />
                <Button isSmall onClick={() => setDropping(one)} disabled={isBusy} aria-label={t('refresh.dropThis', { title: one.title })}>
                  {t('refresh.drop')}
                </Button>
              </div>
            )}
          </li>
        ))}
        {used < minutesGiven && (
          <li className="refresh-free" style={{ minBlockSize: `${(minutesGiven - used) * remPerMinute}rem` }}>
            {t('refresh.free', { count: minutesGiven - used })}
          </li>
        )}
      </ol>
      {dropping && moves && (
        <DropDialog
          candidate={dropping}
          onClose={() => setDropping(null)}
          onDrop={(reason) => {
            moves.drop(dropping, reason);
            setDropping(null);
          }}
        />
      )}
    </Section>
  );
}
