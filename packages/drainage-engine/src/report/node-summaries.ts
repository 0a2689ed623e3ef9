import type { DrainageModel } from '../model/drainage-model.ts';
import type { Node } from '../model/nodes.ts';
import type { RunResults } from '../model/results.ts';
import type { ReportUnits } from './report-units.ts';
import { dayAndTime, fixed, heading, table, type Column } from './text-table.ts';

type Item = { readonly name: string; readonly node: Node; readonly index: number };

/** Depth, inflow, surcharge, flooding, storage and outfall summaries. */
export function nodeLines(model: DrainageModel, results: RunResults, units: ReportUnits): string[] {
  const items = model.nodes.map((node, index): Item => ({ name: node.name, node, index }));
  return [
    ...depthLines(items, results, units),
    ...inflowLines(items, results, units),
    ...surchargeLines(items, results),
    ...floodingLines(items, results, units),
    ...storageLines(items, results, units),
    ...outfallLines(items, results, units),
  ];
}

const type: Column<Item> = { heading: ['', 'Type'], width: 10, cell: ({ node }) => node.kind.toUpperCase() };

function depthLines(items: readonly Item[], { nodes, series }: RunResults, units: ReportUnits): string[] {
  const depth = (values: Float64Array) => (item: Item) => fixed(values[item.index]! / units.length, 2);
  const reported = largest(series.nodes.values.depth, items.length);
  return [
    ...heading('Node Depth Summary'),
    ...table(
      'Node',
      items,
      [
        type,
        { heading: ['Average', units.lengthName], width: 10, cell: depth(nodes.averageDepth) },
        { heading: ['Maximum', units.lengthName], width: 10, cell: depth(nodes.maximumDepth) },
        {
          heading: ['Max HGL', units.lengthName],
          width: 10,
          cell: ({ node, index }) => fixed((node.invert + nodes.maximumDepth[index]!) / units.length, 2),
        },
        { heading: ['Time of Max', 'days hr:min'], width: 14, cell: ({ index }) => dayAndTime(nodes.maximumDepthTime[index]!) },
        { heading: ['Reported', 'Max'], width: 10, cell: ({ index }) => fixed(reported[index]! / units.length, 2) },
      ],
      'There are no nodes.',
    ),
  ];
}

function largest(values: Float32Array, count: number): Float64Array {
  const found = new Float64Array(count);
  for (let index = 0; index < values.length; index += 1) if (values[index]! > found[index % count]!) found[index % count] = values[index]!;
  return found;
}

function inflowLines(items: readonly Item[], { nodes }: RunResults, units: ReportUnits): string[] {
  const flow = (values: Float64Array) => (item: Item) => fixed(values[item.index]! / units.flow, units.flowDecimals);
  const volume = (values: Float64Array) => (item: Item) => fixed(values[item.index]! / units.volume, 3);
  return [
    ...heading('Node Inflow Summary'),
    ...table(
      'Node',
      items,
      [
        type,
        { heading: ['Max Lateral', units.flowName], width: 13, cell: flow(nodes.maximumLateralInflow) },
        { heading: ['Max Total', units.flowName], width: 12, cell: flow(nodes.maximumInflow) },
        { heading: ['Time of Max', 'days hr:min'], width: 14, cell: ({ index }) => dayAndTime(nodes.maximumInflowTime[index]!) },
        { heading: ['Lateral', units.volumeName], width: 12, cell: volume(nodes.lateralInflowVolume) },
        { heading: ['Total', units.volumeName], width: 12, cell: volume(nodes.inflowVolume) },
        { heading: ['Balance', 'Error %'], width: 10, cell: ({ index }) => fixed(nodes.continuityError[index]! * 100, 3) },
      ],
      'There are no nodes.',
    ),
  ];
}

function surchargeLines(items: readonly Item[], { nodes }: RunResults): string[] {
  const surcharged = items.filter(({ node, index }) => node.kind !== 'outfall' && nodes.surchargedSeconds[index]! > 0);
  return [
    ...heading('Node Surcharge Summary'),
    ...table(
      'Node',
      surcharged,
      [type, { heading: ['Hours', 'Surcharged'], width: 12, cell: ({ index }) => fixed(nodes.surchargedSeconds[index]! / 3600, 2) }],
      'No nodes were surcharged.',
    ),
  ];
}

function floodingLines(items: readonly Item[], { nodes }: RunResults, units: ReportUnits): string[] {
  const flooded = items.filter(({ index }) => nodes.floodedSeconds[index]! > 0);
  return [
    ...heading('Node Flooding Summary'),
    ...table(
      'Node',
      flooded,
      [
        { heading: ['Hours', 'Flooded'], width: 10, cell: ({ index }) => fixed(nodes.floodedSeconds[index]! / 3600, 2) },
        {
          heading: ['Max Rate', units.flowName],
          width: 11,
          cell: ({ index }) => fixed(nodes.maximumFlooding[index]! / units.flow, units.flowDecimals),
        },
        { heading: ['Time of Max', 'days hr:min'], width: 14, cell: ({ index }) => dayAndTime(nodes.maximumFloodingTime[index]!) },
        { heading: ['Flood', units.volumeName], width: 12, cell: ({ index }) => fixed(nodes.floodVolume[index]! / units.volume, 3) },
        {
          heading: ['Max Ponded', units.volumeName],
          width: 12,
          cell: ({ index }) => fixed(nodes.maximumPondedVolume[index]! / units.volume, 3),
        },
      ],
      'No nodes were flooded.',
    ),
  ];
}

function storageLines(items: readonly Item[], { nodes }: RunResults, units: ReportUnits): string[] {
  const storages = items.filter(({ node }) => node.kind === 'storage');
  if (storages.length === 0) return [];
  const volume = (values: Float64Array) => (item: Item) => fixed(values[item.index]! / units.volume, 3);
  return [
    ...heading('Storage Volume Summary'),
    ...table(
      'Storage Unit',
      storages,
      [
        { heading: ['Average', units.volumeName], width: 12, cell: volume(nodes.averageVolume) },
        { heading: ['Maximum', units.volumeName], width: 12, cell: volume(nodes.maximumVolume) },
        { heading: ['Time of Max', 'days hr:min'], width: 14, cell: ({ index }) => dayAndTime(nodes.maximumVolumeTime[index]!) },
      ],
      'There are no storage units.',
    ),
  ];
}

function outfallLines(items: readonly Item[], { nodes, steps }: RunResults, units: ReportUnits): string[] {
  const outfalls = items.filter(({ node }) => node.kind === 'outfall');
  const seconds = steps.steps * steps.averageStep || 1;
  return [
    ...heading('Outfall Loading Summary'),
    ...table(
      'Outfall Node',
      outfalls,
      [
        { heading: ['Flow', 'Freq %'], width: 10, cell: ({ index }) => fixed((nodes.flowingSeconds[index]! / seconds) * 100, 2) },
        {
          heading: ['Average', units.flowName],
          width: 11,
          cell: ({ index }) => fixed(nodes.outflowVolume[index]! / (nodes.flowingSeconds[index]! || 1) / units.flow, units.flowDecimals),
        },
        {
          heading: ['Maximum', units.flowName],
          width: 11,
          cell: ({ index }) => fixed(nodes.maximumOutflow[index]! / units.flow, units.flowDecimals),
        },
        { heading: ['Total', units.volumeName], width: 12, cell: ({ index }) => fixed(nodes.outflowVolume[index]! / units.volume, 3) },
      ],
      'There are no outfalls.',
    ),
  ];
}
