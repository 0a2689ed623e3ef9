import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CsvButton } from './csv-button.tsx';
import { filterRows, sortRows, type CellValue, type SortDirection } from './data-table-rows.ts';
import { Link } from './link.tsx';
import { isLetter, nextIndex } from './roving.ts';
import { useUiTexts } from './texts.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly heading: string;
  /** What stands in the cell; without it, `value`. */
  readonly cell?: ((row: Row) => ReactNode) | undefined;
  /** Makes the column sortable, filterable and part of the file. */
  readonly value?: ((row: Row) => CellValue) | undefined;
  /** Right-aligned tabular figures. */
  readonly isNumeric?: boolean | undefined;
  /** false: has a value, but sorting by it would mean nothing. */
  readonly isSortable?: boolean | undefined;
  /** A CSS length; the rest share what is left. */
  readonly width?: string | undefined;
  /** Left out of the card on a phone. */
  readonly isWideOnly?: boolean | undefined;
};

export type DataTableProps<Row> = {
  /** Says what the table shows; hidden from the eye when `isCaptionHidden` because a heading says the same. */
  readonly caption: ReactNode;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** The record of a row; the first column becomes its link, and a press anywhere on the row follows it. */
  readonly rowHref?: ((row: Row) => string) | undefined;
  /** The row whose record is open beside. */
  readonly currentRowId?: string | undefined;
  readonly sort?: { readonly key: string; readonly direction: SortDirection } | undefined;
  /** A filter field over the table; letters typed on a row go there. */
  readonly hasFilter?: boolean | undefined;
  /** File name without ".csv"; draws the download button. */
  readonly csvName?: string | undefined;
  /** Beside the filter: more filters, a button. */
  readonly tools?: ReactNode;
  /** Stands in place of the rows when there are none: an EmptyState. */
  readonly empty?: ReactNode;
  /** More columns than a desk is wide: the table scrolls by itself, both ways, with its head and first column in place. */
  readonly isWide?: boolean | undefined;
  /** Rows drawn at first; the rest follow on `showAllText(count)`. Default 200. */
  readonly limit?: number | undefined;
  readonly showAllText?: ((count: number) => string) | undefined;
};

/**
 * A dense table: sticky head and first column, sorting, ↑ ↓ along the rows, stacked cards under 600 px.
 *
 * @example
 * <DataTable caption="Arahan terbuka" rows={directives} rowId={(d) => d.id} rowHref={(d) => `/arahan/${d.id}`}
 *   columns={[{ key: "words", heading: "Arahan", value: (d) => d.words }]} hasFilter csvName="arahan" />
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, isCaptionHidden, columns, rows, rowId, rowHref, currentRowId, empty, tools, limit = 200 } = props;
  const texts = useUiTexts();
  const filterId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState(props.sort);
  const [typed, setTyped] = useState('');
  const [isWhole, setIsWhole] = useState(false);

  const shown = useMemo(() => {
    const kept = filterRows(rows, columns, typed);
    const by = columns.find((column) => column.key === sort?.key)?.value;
    return by === undefined || sort === undefined ? kept : sortRows(kept, by, sort.direction);
  }, [rows, columns, typed, sort]);
  const drawn = isWhole || props.showAllText === undefined ? shown : shown.slice(0, limit);

  const walk = (event: KeyboardEvent): void => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const next = isSideways ? null : nextIndex(event.key, at, links.length);
    if (next !== null) {
      event.preventDefault();
      links[next]?.focus();
    } else if (props.hasFilter && isLetter(event)) {
      // The letter itself lands in the field, because focus moves before the browser writes it.
      root.current?.querySelector<HTMLInputElement>('.mv-table-filter input')?.focus();
    }
  };
  const stepIn = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') setTyped('');
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    root.current?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  };
  const hasBar = props.hasFilter || props.csvName !== undefined || tools !== undefined;
  return (
    <div ref={root} className="mv-table-block">
      {hasBar && (
        <div className="mv-table-bar">
          {props.hasFilter && (
            <span className="mv-table-filter">
              <label htmlFor={filterId} className="mv-visually-hidden">
                {texts.filter}
              </label>
              <input
                id={filterId}
                type="search"
                className="mv-input"
                placeholder={texts.filter}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                }}
                onKeyDown={stepIn}
              />
            </span>
          )}
          {tools}
          {props.csvName !== undefined && <CsvButton name={props.csvName} columns={columns} rows={shown} />}
        </div>
      )}
      {rows.length === 0 && empty !== undefined ? (
        empty
      ) : (
        <div className={classNames('mv-table-scroll', props.isWide && 'mv-table-scroll-wide')} {...(props.isWide && scrollable)}>
          <table role="table" className="mv-table" onKeyDown={walk}>
            <caption className={isCaptionHidden ? 'mv-visually-hidden' : undefined}>{caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <HeadCell
                    key={column.key}
                    column={column}
                    direction={sort?.key === column.key ? sort.direction : undefined}
                    onSort={(direction) => {
                      setSort({ key: column.key, direction });
                    }}
                  />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {drawn.map((row) => (
                <BodyRow key={rowId(row)} row={row} columns={columns} href={rowHref?.(row)} isCurrent={rowId(row) === currentRowId} />
              ))}
            </tbody>
          </table>
          <div role="status">{drawn.length === 0 && <p className="mv-table-none">{texts.noMatch}</p>}</div>
        </div>
      )}
      {drawn.length < shown.length && (
        <button
          type="button"
          className="mv-button mv-button-link"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {props.showAllText?.(shown.length)}
        </button>
      )}
    </div>
  );
}

// A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
const scrollable = { tabIndex: 0 } as const;

// The roles are said aloud because stacked cards take `display: table` away, and with it what a listener hears.
function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly direction: SortDirection | undefined;
  readonly onSort: (direction: SortDirection) => void;
}): ReactNode {
  const { column, direction, onSort } = props;
  const canSort = column.value !== undefined && column.isSortable !== false;
  return (
    <th
      role="columnheader"
      scope="col"
      className={classNames(column.isNumeric && 'mv-cell-number', column.isWideOnly && 'mv-cell-wide')}
      aria-sort={direction}
      style={column.width === undefined ? undefined : { inlineSize: column.width }}
    >
      {canSort ? (
        <button
          type="button"
          className="mv-sort"
          onClick={() => {
            onSort(direction === 'ascending' ? 'descending' : 'ascending');
          }}
        >
          {column.heading}
          <span aria-hidden="true" className="mv-sort-sign" />
        </button>
      ) : (
        column.heading
      )}
    </th>
  );
}

function BodyRow<Row>(props: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: string | undefined;
  readonly isCurrent: boolean;
}): ReactNode {
  const { row, columns, href, isCurrent } = props;
  const follow = (event: MouseEvent<HTMLTableRowElement>): void => {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button, input, select, label, summary') !== null;
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (!isOnControl && !isSelecting) event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click();
  };
  return (
    <tr
      role="row"
      className={classNames(href !== undefined && 'mv-row-link', isCurrent && 'mv-row-current')}
      onClick={href === undefined ? undefined : follow}
    >
      {columns.map((column, index) => {
        const content = column.cell === undefined ? column.value?.(row) : column.cell(row);
        const className = classNames(column.isNumeric && 'mv-cell-number', column.isWideOnly && 'mv-cell-wide');
        if (index > 0)
          return (
            <td role="cell" key={column.key} className={className} data-heading={column.heading}>
              {content}
            </td>
          );
        return (
          <th role="rowheader" key={column.key} scope="row" className={className}>
            {href === undefined ? (
              content
            ) : (
              <Link href={href} data-row-link="" aria-current={isCurrent || undefined}>
                {content}
              </Link>
            )}
          </th>
        );
      })}
    </tr>
  );
}
