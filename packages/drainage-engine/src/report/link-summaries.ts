import type { DrainageModel } from '../model/drainage-model.ts';
import type { Link } from '../model/links.ts';
import type { RunResults } from '../model/results.ts';
import type { ReportUnits } from './report-units.ts';
import { dayAndTime, fixed, heading, table } from './text-table.ts';

type Item = { readonly name: string; readonly link: Link; readonly index: number };

const JOULES_PER_KILOWATT_HOUR = 3.6e6;

/** Flow, surcharge and pumping summaries. */
export function linkLines(model: DrainageModel, results: RunResults, units: ReportUnits): string[] {
  const items = model.links.map((link, index): Item => ({ name: link.name, link, index }));
  return [...flowLines(items, results, units), ...surchargeLines(items, results), ...pumpLines(items, results, units)];
}

function flowLines(items: readonly Item[], { links }: RunResults, units: ReportUnits): string[] {
  const share = (value: number, full: number): string => (full > 0 ? fixed(value / full, 2) : '');
  return [
    ...heading('Link Flow Summary'),
    ...table(
      'Link',
      items,
      [
        { heading: ['', 'Type'], width: 10, cell: ({ link }) => link.kind.toUpperCase() },
        {
          heading: ['Max |Flow|', units.flowName],
          width: 12,
          cell: ({ index }) => fixed(links.maximumFlow[index]! / units.flow, units.flowDecimals),
        },
        { heading: ['Time of Max', 'days hr:min'], width: 14, cell: ({ index }) => dayAndTime(links.maximumFlowTime[index]!) },
        {
          heading: ['Max |Veloc|', units.velocityName],
          width: 13,
          cell: ({ link, index }) => (link.kind === 'conduit' ? fixed(links.maximumVelocity[index]! / units.length, 2) : ''),
        },
        { heading: ['Max/Full', 'Flow'], width: 10, cell: ({ index }) => share(links.maximumFlow[index]!, links.fullFlow[index]!) },
        { heading: ['Max/Full', 'Depth'], width: 10, cell: ({ index }) => share(links.maximumDepth[index]!, links.fullDepth[index]!) },
      ],
      'There are no links.',
    ),
  ];
}

function surchargeLines(items: readonly Item[], { links }: RunResults): string[] {
  const surcharged = items.filter(
    ({ link, index }) => link.kind === 'conduit' && links.surchargedSeconds[index]! + links.capacityLimitedSeconds[index]! > 0,
  );
  return [
    ...heading('Conduit Surcharge Summary'),
    ...table(
      'Conduit',
      surcharged,
      [
        { heading: ['Hours', 'Full'], width: 12, cell: ({ index }) => fixed(links.surchargedSeconds[index]! / 3600, 2) },
        { heading: ['Hours Capacity', 'Limited'], width: 16, cell: ({ index }) => fixed(links.capacityLimitedSeconds[index]! / 3600, 2) },
      ],
      'No conduits were surcharged.',
    ),
  ];
}

function pumpLines(items: readonly Item[], { links, steps }: RunResults, units: ReportUnits): string[] {
  const pumps = items.filter(({ link }) => link.kind === 'pump');
  if (pumps.length === 0) return [];
  const seconds = steps.steps * steps.averageStep || 1;
  return [
    ...heading('Pumping Summary'),
    ...table(
      'Pump',
      pumps,
      [
        { heading: ['Percent', 'Utilized'], width: 10, cell: ({ index }) => fixed((links.onSeconds[index]! / seconds) * 100, 2) },
        { heading: ['Start-', 'Ups'], width: 8, cell: ({ index }) => fixed(links.starts[index]!, 0) },
        {
          heading: ['Average', units.flowName],
          width: 11,
          cell: ({ index }) => fixed(links.flowVolume[index]! / (links.onSeconds[index]! || 1) / units.flow, units.flowDecimals),
        },
        {
          heading: ['Maximum', units.flowName],
          width: 11,
          cell: ({ index }) => fixed(links.maximumFlow[index]! / units.flow, units.flowDecimals),
        },
        { heading: ['Total', units.volumeName], width: 12, cell: ({ index }) => fixed(links.flowVolume[index]! / units.volume, 3) },
        { heading: ['Power', 'Kw-hr'], width: 10, cell: ({ index }) => fixed(links.energy[index]! / JOULES_PER_KILOWATT_HOUR, 2) },
      ],
      'There are no pumps.',
    ),
  ];
}
