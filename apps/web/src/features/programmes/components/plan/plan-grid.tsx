import { Button } from '@makaverse/ui/button';
import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { freshId } from '#lib/fresh-id.ts';
import { moveRow, pasteOver, removeRow, type CellFault, type GridRow } from '../../model/plan/grid-rows.ts';
import { isTable, readPasted } from '../../model/plan/pasted-table.ts';

/** A column that is written in. */
export interface GridColumn {
  readonly key: string;
  readonly heading: string;
  readonly width: string;
  readonly isNumeric?: boolean;
  /** Words one may choose from; others may be pasted and are then refused in place. */
  readonly choices?: readonly string[];
  readonly isLocked?: (row: GridRow) => boolean;
}

/**
 * A table one writes in: Tab goes along, ↑ ↓ between rows, and cells of a spreadsheet are pasted over from the cell one stands in.
 */
export function PlanGrid(props: {
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly faults: readonly CellFault[];
  readonly onChange: (rows: GridRow[]) => void;
  /** The column whose numbers name rows. */
  readonly namesRows?: string;
  readonly canRemove: (row: GridRow) => boolean;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { caption, columns, rows, faults, onChange, namesRows, canRemove } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const newRow = (): GridRow => ({ key: freshId(), id: null, cells: {} });
  const placeOf = (target: EventTarget): { row: number; column: number } | null => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
    return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const paste = (event: ClipboardEvent): void => {
    const place = placeOf(event.target);
    const cells = readPasted(event.clipboardData.getData('text/plain'));
    if (!place || !isTable(cells)) return;
    event.preventDefault();
    onChange(pasteOver(rows, cells, { row: place.row, columns: columns.slice(place.column) }, newRow));
  };
  const walk = (event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!place || step === 0) return;
    const next = body.current?.querySelector<HTMLInputElement>(`[data-row="${place.row + step}"][data-column="${place.column}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <div className="plan-editor">
      <p className="mv-hint">{t('grid.hint')}</p>
      <div className="plan-grid-scroll">
        <table className="mv-table plan-grid" onPaste={paste} onKeyDown={walk}>
          <caption className="mv-visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('milestone.number')}</th>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.isNumeric ? 'mv-cell-number' : undefined}
                  style={{ minInlineSize: column.width }}
                >
                  {column.heading}
                </th>
              ))}
              <th scope="col">
                <span className="mv-visually-hidden">{t('grid.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <th scope="row" className="mv-number">
                  {index + 1}
                </th>
                {columns.map((column, place) => (
                  <td key={column.key} data-heading={column.heading}>
                    <GridCell
                      {...{ row, index, column, place }}
                      fault={faults.find((one) => one.row === index && one.column === column.key)}
                      onWrite={(words) =>
                        onChange(rows.map((one) => (one.key === row.key ? { ...one, cells: { ...one.cells, [column.key]: words } } : one)))
                      }
                    />
                  </td>
                ))}
                <td data-heading={t('grid.actions')}>
                  <span className="plan-grid-actions">
                    <Button
                      isSmall
                      tone="link"
                      disabled={index === 0}
                      aria-label={t('grid.up', { row: index + 1 })}
                      onClick={() => onChange(moveRow(rows, index, index - 1, namesRows))}
                    >
                      ↑
                    </Button>
                    <Button
                      isSmall
                      tone="link"
                      disabled={index === rows.length - 1}
                      aria-label={t('grid.down', { row: index + 1 })}
                      onClick={() => onChange(moveRow(rows, index, index + 1, namesRows))}
                    >
                      ↓
                    </Button>
                    <Button
                      isSmall
                      tone="link"
                      disabled={!canRemove(row)}
                      aria-label={t('grid.remove', { row: index + 1 })}
                      onClick={() => onChange(removeRow(rows, index, namesRows))}
                    >
                      ×
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button onClick={() => onChange([...rows, newRow()])}>{t('grid.add')}</Button>
    </div>
  );
}

function GridCell(props: {
  readonly row: GridRow;
  readonly index: number;
  readonly column: GridColumn;
  readonly place: number;
  readonly fault: CellFault | undefined;
  readonly onWrite: (words: string) => void;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { row, index, column, place, fault, onWrite } = props;
  const errorId = `plan-fault-${row.key}-${place}`;
  const listId = `plan-choices-${row.key}-${place}`;
  return (
    <div className="plan-grid-cell">
      <input
        className={column.isNumeric ? 'mv-input mv-input-number' : 'mv-input'}
        // As wide as its column, not as the twenty letters browsers think of.
        size={1}
        data-row={index}
        data-column={place}
        aria-label={t('grid.cell', { heading: column.heading, row: index + 1 })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? errorId : undefined}
        list={column.choices ? listId : undefined}
        readOnly={column.isLocked?.(row) ?? false}
        value={row.cells[column.key] ?? ''}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      {column.choices && (
        <datalist id={listId}>
          {column.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {fault && (
        <span id={errorId} className="mv-field-error">
          {t(`cellFault.${fault.code}`)}
        </span>
      )}
    </div>
  );
}
