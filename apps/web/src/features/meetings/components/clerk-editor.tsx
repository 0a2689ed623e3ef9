import type { PersonBrief } from '@makaverse/contract/primitives';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readClerkLine } from '../model/clerk-line.ts';
import { partsOf, type LineParts } from '../model/line-parts.ts';
import { ClerkInput } from './clerk-input.tsx';
import { ClerkParts } from './clerk-parts.tsx';
import { useLineDirectory } from './use-line-directory.ts';

/** A line being written and, beside it, what is understood of it so far. */
export function ClerkEditor(props: {
  readonly label: string;
  readonly value: string;
  readonly now: string;
  readonly known?: readonly PersonBrief[];
  readonly onValueChange: (line: string) => void;
  readonly onKeep: (parts: LineParts, line: string) => void;
  readonly onEscape: () => void;
  readonly onWalk: (direction: 'older' | 'newer') => void;
  /** Under the line: what became of the last one, failures, conflicts. */
  readonly children?: ReactNode;
}): ReactNode {
  const { label, value, now, known, onValueChange, onKeep, onEscape, onWalk, children } = props;
  const { t } = useTranslation('meeting-room');
  const partsId = useId();
  const [isWordless, setIsWordless] = useState(false);
  const { directory, context, isReady } = useLineDirectory({ line: value, now, ...(known && { known }) });
  const line = useMemo(() => readClerkLine(value, directory), [value, directory]);
  const parts = useMemo(() => partsOf(value, line, context), [value, line, context]);
  const enter = (): void => {
    if (value.trim() === '') return;
    setIsWordless(parts.words === '');
    if (parts.words !== '') onKeep(parts, value.trim());
  };
  return (
    <div className="clerk-desk">
      <div className="clerk-desk-line">
        <ClerkInput
          label={label}
          value={value}
          directory={directory}
          describedBy={partsId}
          onValueChange={(next) => {
            setIsWordless(false);
            onValueChange(next);
          }}
          onEnter={enter}
          onEscape={onEscape}
          onWalk={onWalk}
        />
        {isWordless && (
          <p role="alert" className="mv-late">
            {t('clerk.wordless')}
          </p>
        )}
        {children}
      </div>
      <ClerkParts id={partsId} line={line} parts={parts} isReady={isReady} now={now} />
    </div>
  );
}
