import type { readHeatMap } from '@makaverse/contract/directives';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { pageOf } from '@makaverse/contract/pages';
import type { HeatMapProps } from '@makaverse/ui/heat-map';
import type { TFunction } from 'i18next';

type Heat = ReplyOf<typeof readHeatMap>;

/** Units by directives as the heat map wants them: sorted by trouble already, each cell with its step in words. */
export function heatProps(heat: Heat, t: TFunction): HeatMapProps<Heat['units'][number], Heat['directives'][number]> {
  const cells = new Map(heat.cells.map((cell) => [`${cell.unitId} ${cell.directiveId}`, cell]));
  return {
    caption: t('shell:heat.caption'),
    rows: heat.units,
    columns: heat.directives,
    rowName: (unit) => unit.name,
    columnName: (directive) => `${directive.number}: ${directive.words}`,
    columnShort: (directive) => directive.number.split('/').at(-1)!,
    rowHref: (unit) => pageOf.unit(unit.id),
    columnHref: (directive) => pageOf.directive(directive.id),
    cell: (unit, directive) => {
      const cell = cells.get(`${unit.id} ${directive.id}`);
      if (!cell) return null;
      const step = t(`shell:step.${cell.step}`);
      return {
        value: cell.trouble,
        text: cell.isLate ? '!' : '',
        label: `${unit.name}, ${directive.number}: ${cell.isLate ? t('shell:heat.late', { step }) : step}`,
        href: pageOf.task(cell.taskId),
      };
    },
    max: Math.max(1, ...heat.cells.map((cell) => cell.trouble)),
    rowHeading: t('shell:heat.unit'),
    sumHeading: t('shell:heat.sum'),
    csvName: 'arahan-perangkat-daerah',
  };
}
