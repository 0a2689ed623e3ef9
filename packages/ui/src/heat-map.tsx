import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { CsvButton } from './csv-button.tsx';
import { DataTable, type Column } from './data-table.tsx';
import { heatStep, type HeatStep } from './heat-step.ts';
import { Link } from './link.tsx';
import { useUiTexts } from './texts.tsx';

export type HeatCell = {
  readonly value: number;
  /** What stands in the cell: a figure or one sign; colour alone says nothing. "" for nothing. */
  readonly text: string;
  /** The whole in words: "Dinas PU, arahan 3: terlambat 2 hari". */
  readonly label: string;
  readonly href?: string | undefined;
  /** A shade of its own instead of value / max. */
  readonly step?: HeatStep | undefined;
};

export type HeatMapProps<Row extends { readonly id: string }, Col extends { readonly id: string }> = {
  /** Says what rows, columns and shades are. */
  readonly caption: ReactNode;
  /** Already sorted by trouble: the worst row first, the worst column first. */
  readonly rows: readonly Row[];
  readonly columns: readonly Col[];
  readonly rowName: (row: Row) => string;
  readonly columnName: (column: Col) => string;
  /** Short form over the column; `columnName` is said on hover and to listeners. */
  readonly columnShort?: ((column: Col) => string) | undefined;
  readonly rowHref?: ((row: Row) => string) | undefined;
  readonly columnHref?: ((column: Col) => string) | undefined;
  /** null: this row has nothing to do with this column. */
  readonly cell: (row: Row, column: Col) => HeatCell | null;
  readonly max: number;
  /** "ember" for trouble, "water" for amount. */
  readonly scale?: 'ember' | 'water' | undefined;
  /** Heading of the names and of the sum in the table behind: "Perangkat daerah", "Jumlah". */
  readonly rowHeading: string;
  readonly sumHeading: string;
  /** What the shades mean, from none to most: ["tidak ada", …, "terlambat"]; draws the key. */
  readonly stepNames?: readonly string[] | undefined;
  readonly csvName?: string | undefined;
  /** "5 terbuka": with it, a phone shows the names with these words instead of the grid. */
  readonly rowSummary?: ((row: Row) => string) | undefined;
};

/**
 * Rows by columns with shades and figures; arrows walk the cells, and the same stands behind it as a table.
 *
 * @example <HeatMap caption="Arahan terbuka menurut perangkat daerah" rows={units} columns={directives} cell={state} max={5} … />
 */
export function HeatMap<Row extends { readonly id: string }, Col extends { readonly id: string }>(
  props: HeatMapProps<Row, Col>,
): ReactNode {
  const { caption, rows, columns, rowName, columnName, cell, rowHeading, sumHeading, csvName } = props;
  const texts = useUiTexts();
  const captionId = useId();
  const [isTable, setIsTable] = useState(false);
  const tableColumns = useMemo<readonly Column<Row>[]>(
    () => [
      { key: 'name', heading: rowHeading, value: rowName },
      {
        key: 'sum',
        heading: sumHeading,
        isNumeric: true,
        value: (row) => columns.reduce((sum, column) => sum + (cell(row, column)?.value ?? 0), 0),
      },
      ...columns.map((column) => ({
        key: column.id,
        heading: columnName(column),
        isNumeric: true,
        value: (row: Row) => cell(row, column)?.value ?? null,
        cell: (row: Row) => {
          const found = cell(row, column);
          if (found === null) return null;
          return found.href === undefined ? found.text : <Link href={found.href}>{found.text}</Link>;
        },
      })),
    ],
    [rowHeading, sumHeading, rowName, columns, columnName, cell],
  );
  return (
    <div className="mv-heat-block">
      <div className="mv-heat-tools">
        {props.stepNames !== undefined && !isTable && <Key names={props.stepNames} scale={props.scale ?? 'ember'} />}
        <Button
          tone="link"
          isSmall
          className="mv-heat-switch"
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {isTable ? texts.viewAsFigure : texts.viewAsTable}
        </Button>
        {csvName !== undefined && <CsvButton name={csvName} columns={tableColumns} rows={rows} />}
      </div>
      {isTable ? (
        <DataTable caption={caption} columns={tableColumns} rows={rows} rowId={(row) => row.id} rowHref={props.rowHref} isWide />
      ) : (
        <>
          <p id={captionId} className="mv-heat-caption">
            {caption}
          </p>
          <Grid {...props} captionId={captionId} />
          {props.rowSummary !== undefined && <Names {...{ rows, rowName }} rowHref={props.rowHref} rowSummary={props.rowSummary} />}
        </>
      )}
    </div>
  );
}

/** On a phone a grid of fifty by twenty says nothing: the names, worst first, each with its sum in words. */
function Names<Row extends { readonly id: string }>(props: {
  readonly rows: readonly Row[];
  readonly rowName: (row: Row) => string;
  readonly rowHref: ((row: Row) => string) | undefined;
  readonly rowSummary: (row: Row) => string;
}): ReactNode {
  return (
    <ul className="mv-heat-names">
      {props.rows.map((row) => (
        <li key={row.id}>
          <Named href={props.rowHref?.(row)} name={props.rowName(row)} />
          <span className="mv-muted">{props.rowSummary(row)}</span>
        </li>
      ))}
    </ul>
  );
}

function Grid<Row extends { readonly id: string }, Col extends { readonly id: string }>(
  props: HeatMapProps<Row, Col> & { readonly captionId: string },
): ReactNode {
  const { captionId, rows, columns, rowName, columnName, columnShort, rowHref, columnHref, cell, max, rowHeading, scale = 'ember' } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (event: KeyboardEvent): void => {
    const here = document.activeElement?.closest('td');
    const line = here?.parentElement;
    if (here === null || here === undefined || !(line instanceof HTMLTableRowElement)) return;
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [down = 0, across = 0] = step;
    const lines = [...(body.current?.rows ?? [])];
    // Goes on past cells that lead nowhere, to the next one that does.
    for (let y = lines.indexOf(line) + down, x = here.cellIndex + across; ; y += down, x += across) {
      const next = lines[y]?.cells[x];
      if (next === undefined) return;
      const target = next.tagName === 'TD' ? next.querySelector<HTMLElement>('a') : null;
      if (target === null) continue;
      target.focus();
      return;
    }
  };
  return (
    <div className={classNames('mv-heat-scroll', props.rowSummary !== undefined && 'mv-heat-desk')} tabIndex={0}>
      <table className={`mv-heat mv-heat-${scale}`} aria-labelledby={captionId} onKeyDown={walk}>
        <thead>
          <tr>
            <td aria-label={rowHeading} />
            {columns.map((column) => (
              <th key={column.id} scope="col" title={columnName(column)}>
                <Named href={columnHref?.(column)} name={columnName(column)} short={columnShort?.(column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Named href={rowHref?.(row)} name={rowName(row)} />
              </th>
              {columns.map((column) => (
                <Square key={column.id} cell={cell(row, column)} max={max} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Named(props: { readonly href: string | undefined; readonly name: string; readonly short?: string | undefined }): ReactNode {
  const { href, name, short = name } = props;
  const words =
    short === name ? (
      name
    ) : (
      <>
        <span aria-hidden="true">{short}</span>
        <span className="mv-visually-hidden">{name}</span>
      </>
    );
  return href === undefined ? words : <Link href={href}>{words}</Link>;
}

function Square({ cell, max }: { readonly cell: HeatCell | null; readonly max: number }): ReactNode {
  if (cell === null) return <td className="mv-heat-none" />;
  const step = cell.step ?? heatStep(cell.value, max);
  const words = (
    <>
      <span aria-hidden="true">{cell.text}</span>
      <span className="mv-visually-hidden">{cell.label}</span>
    </>
  );
  return (
    <td className={classNames('mv-heat-cell', `mv-heat-${step}`)} title={cell.label}>
      {cell.href === undefined ? words : <Link href={cell.href}>{words}</Link>}
    </td>
  );
}

function Key({ names, scale }: { readonly names: readonly string[]; readonly scale: 'ember' | 'water' }): ReactNode {
  return (
    <ul className={`mv-heat-key mv-heat-${scale}`}>
      {names.map((name, step) => (
        <li key={name}>
          <span aria-hidden="true" className={`mv-heat-cell mv-heat-${step}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}
