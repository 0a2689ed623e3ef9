import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { toCsv, type CellValue } from './data-table-rows.ts';
import { Glyph } from './glyph.tsx';
import { useUiTexts } from './texts.tsx';

/**
 * Saves what a table shows, in its order, as a file. DataTable and FigureWithTable draw it when given `csvName`.
 *
 * @example <CsvButton name="arahan-22-maret" columns={columns} rows={rows} />
 */
export function CsvButton<Row>(props: {
  readonly name: string;
  readonly columns: readonly {
    readonly key: string;
    readonly heading: string;
    readonly value?: ((row: Row) => CellValue) | undefined;
  }[];
  readonly rows: readonly Row[];
}): ReactNode {
  const texts = useUiTexts();
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([toCsv(props.columns, props.rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${props.name}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button tone="link" isSmall onClick={save} icon={<Glyph name="download" />} className="mv-csv">
      {texts.downloadCsv}
    </Button>
  );
}
