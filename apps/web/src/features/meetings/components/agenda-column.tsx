import type { Candidate } from '@makaverse/contract/meetings-room';
import { Button, IconButton } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import { ArrowDown, ArrowUp, Pin, PinOff } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '#lib/moments.ts';
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
  const column = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly key: string; readonly by: string } | null>(null);
  const move = (one: Candidate, by: -1 | 1, place: string): void => {
    moved.current = { key: one.key, by: place };
    moves?.move(one, by);
  };
  useLayoutEffect(() => {
    // A moved block is a new place in the page: whoever moves by keyboard stays with it.
    if (moved.current === null) return;
    const { key, by } = moved.current;
    const block = column.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    block?.querySelector<HTMLElement>(`[data-by="${by}"] a, button[data-by="${by}"]`)?.focus();
    moved.current = null;
  }, [selected.map((one) => one.key).join(' ')]);
  const onKey = (event: KeyboardEvent, one: Candidate): void => {
    if (!event.altKey || !moves || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(one, event.key === 'ArrowUp' ? -1 : 1, (event.target as HTMLElement).dataset['by'] ?? 'title');
  };
  return (
    <Section
      title={t('refresh.agenda')}
      sub={
        <>
          {t('refresh.sum', { used, given: minutesGiven })}
          {moves && (
            <span className="mv-wide-only">
              {' '}
              <kbd className="mv-key">Alt ↑ ↓</kbd> {t('refresh.moveKeys')}
            </span>
          )}
        </>
      }
    >
      <ol ref={column} className="refresh-column" aria-label={t('refresh.agenda')}>
        {selected.map((one, index) => (
          <li
            key={one.key}
            data-key={one.key}
            className="refresh-block"
            style={{ minBlockSize: `${Math.max(5, one.minutes * remPerMinute)}rem` }}
            onKeyDown={(event) => onKey(event, one)}
          >
            <p className="refresh-minutes">{t('agenda.minutes', { count: one.minutes })}</p>
            <div>
              <p className="refresh-title" data-by="title">
                <Link href={one.href}>{one.title}</Link>
              </p>
              <p className="refresh-reason">{one.reason}</p>
              <p className="refresh-why">{t('refresh.weight', { value: numberInWords(one.value) })}</p>
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
                  data-by="up"
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && move(one, -1, 'up')}
                />
                <IconButton
                  label={t('agenda.down', { title: one.title })}
                  icon={<ArrowDown size={18} aria-hidden />}
                  data-by="down"
                  aria-disabled={index === selected.length - 1}
                  onClick={() => index < selected.length - 1 && move(one, 1, 'down')}
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
