import { changeDirective, type Directive } from '@makaverse/contract/directives';
import { Button } from '@makaverse/ui/button';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { readClerkLine } from '../model/clerk-line.ts';
import { changedParts, lineOf } from '../model/line-of-directive.ts';
import { partsOf, type LineParts } from '../model/line-parts.ts';
import { ClerkEditor } from './clerk-editor.tsx';
import { useHeldEdit } from './use-held-edit.ts';
import { useLineDirectory, type ReadDirectory } from './use-line-directory.ts';

interface EditProps {
  readonly directive: Directive;
  readonly now: string;
  readonly onDone: () => void;
  readonly onWalk: (direction: 'older' | 'newer') => void;
}

/** A kept directive back in the line. Waits until names are known, because without them the line could not be written. */
export function ClerkEdit(props: EditProps): ReactNode {
  const known = useMemo(() => props.directive.addressees.flatMap((one) => one.pic ?? []), [props.directive]);
  const read = useLineDirectory({ line: '', now: props.now, known });
  return read.isReady && <EditLine {...props} read={read} />;
}

function EditLine({ directive, now, onDone, onWalk, read }: EditProps & { readonly read: ReadDirectory }): ReactNode {
  const { t } = useTranslation(['meeting-room', 'shell']);
  const { directory, context } = read;
  const write = (one: Directive): string => lineOf(one, directory, { context, dayInWords });
  const understand = (line: string): LineParts => partsOf(line, readClerkLine(line, directory), context);
  const edit = useHeldEdit(`clerk.edit.${directive.id}`, directive, write);
  const known = useMemo(() => directive.addressees.flatMap((one) => one.pic ?? []), [directive]);
  const shut = (): void => {
    edit.forget();
    onDone();
  };
  const change = useAct(changeDirective, { onDone: shut });
  const newer = currentAfterConflict<Directive>(change.error);
  const send = (over: Directive, after: LineParts): void => {
    const body = changedParts(over, { before: understand(write(over)), after, context });
    if (Object.keys(body).length === 0) shut();
    else change.mutate({ params: { id: over.id }, body: { ...body, version: over.version } });
  };
  return (
    <ClerkEditor
      label={t('clerk.editing', { number: directive.number })}
      value={edit.text}
      now={now}
      known={known}
      onValueChange={edit.change}
      onKeep={(parts) => send(edit.base, parts)}
      onEscape={shut}
      onWalk={onWalk}
    >
      <div className="clerk-under">
        <p className="mv-muted" role="status">
          {change.isPending ? t('shell:act.saving') : t('clerk.editHint')}
        </p>
        <Button isSmall onClick={shut}>
          {t('shell:act.cancel')}
        </Button>
      </div>
      {newer ? (
        <ConflictNotice
          yours={edit.text}
          theirs={write(newer)}
          onKeepMine={() => {
            edit.rebase(newer);
            send(newer, understand(edit.text));
          }}
          onTakeTheirs={() => {
            edit.forget();
            change.reset();
          }}
        />
      ) : (
        <FailureNotice failure={change.error} />
      )}
    </ClerkEditor>
  );
}
