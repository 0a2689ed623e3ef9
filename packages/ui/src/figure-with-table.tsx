import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { CsvButton } from './csv-button.tsx';
import { DataTable, type Column } from './data-table.tsx';
import { useUiTexts } from './texts.tsx';

export type FigureWithTableProps<Row> = {
  /** What the picture shows, as a finding: "Serapan tertinggal 12 % dari rencana". */
  readonly title: ReactNode;
  readonly caption: ReactNode;
  /** The drawing: an SVG in the tokens' colours, labelled directly. It is hidden from listeners: `summary` and the table speak. */
  readonly children: ReactNode;
  /** The drawing in one sentence. */
  readonly summary: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly csvName: string;
};

/**
 * A chart and the figures behind it: one press turns one into the other, and both can be taken along.
 *
 * @example <FigureWithTable title="…" caption="…" summary="…" columns={columns} rows={months} rowId={(m) => m.month} csvName="serapan"><Chart /></FigureWithTable>
 */
export function FigureWithTable<Row>(props: FigureWithTableProps<Row>): ReactNode {
  const { title, caption, children, summary, columns, rows, rowId, csvName } = props;
  const texts = useUiTexts();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className="mv-figure">
      <figcaption>
        <p className="mv-figure-title">{title}</p>
        <p className="mv-figure-caption">{caption}</p>
      </figcaption>
      {isTable ? (
        <DataTable caption={title} isCaptionHidden columns={columns} rows={rows} rowId={rowId} />
      ) : (
        <div role="img" aria-label={summary} className="mv-figure-drawing">
          {children}
        </div>
      )}
      <div className="mv-figure-tools">
        <Button
          tone="link"
          isSmall
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {isTable ? texts.viewAsFigure : texts.viewAsTable}
        </Button>
        <CsvButton name={csvName} columns={columns} rows={rows} />
      </div>
    </figure>
  );
}
