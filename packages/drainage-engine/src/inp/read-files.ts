import { InterfaceBytesUnreadable } from '../interface-files/interface-bytes.ts';
import { readRainfallFile } from '../interface-files/rainfall-file.ts';
import { InterfaceFileUnreadable, readInflowsFile } from '../interface-files/read-inflows-file.ts';
import { readRdiiFile } from '../interface-files/read-rdii-file.ts';
import type { ModelFile } from '../model/inflows.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { shortened, type Row } from './row.ts';

const fileKinds: Readonly<Record<string, ModelFile['kind']>> = {
  RAINFALL: 'rainfall',
  RUNOFF: 'runoff',
  RDII: 'rdii',
  HOTSTART: 'hotstart',
  INFLOWS: 'inflows',
  OUTFLOWS: 'outflows',
};

/** `USE|SAVE Kind Path` */
export function readFileRow(draft: Draft, row: Row): void {
  const file = {
    action: row.choice(0, 'USE or SAVE', { USE: 'use', SAVE: 'save' } as const),
    kind: row.choice(1, 'a kind of file', fileKinds),
    path: row.word(2, 'the name of a file'),
  };
  if (file.kind === 'inflows' && file.action === 'save') throw new RowRefused('expected USE INFLOWS or SAVE OUTFLOWS, found SAVE INFLOWS');
  if (file.kind === 'outflows' && file.action === 'use') throw new RowRefused('expected USE INFLOWS or SAVE OUTFLOWS, found USE OUTFLOWS');
  draft.files.push(file);
  if (file.action === 'save') {
    if (file.kind === 'rdii') draft.warn(row, 'rain-dependent inflow and infiltration (RDII) is not computed: nothing is saved');
    return;
  }
  if (file.kind === 'rainfall') readRainfall(draft, row, file.path);
  if (file.kind === 'inflows' || file.kind === 'rdii') readInflows(draft, row, file.path, file.kind);
}

function readRainfall(draft: Draft, row: Row, path: string): void {
  const bytes = draft.readBytes(path);
  if (bytes === null) draft.warn(row, `the file "${shortened(path)}" is not at hand: gauges read their own files`);
  else draft.interfaceRain = told('a rainfall interface file', path, () => readRainfallFile(bytes));
}

function readInflows(draft: Draft, row: Row, path: string, kind: 'inflows' | 'rdii'): void {
  const bytes = draft.readBytes(path);
  if (bytes === null) {
    draft.warn(row, `the file "${shortened(path)}" is not at hand: nothing flows in from it`);
    return;
  }
  const inflows =
    kind === 'rdii'
      ? told('an RDII interface file', path, () => readRdiiFile(bytes, draft.names.inFileOrder('node')))
      : told('a routing interface file', path, () => readInflowsFile(new TextDecoder().decode(bytes)));
  for (const inflow of inflows) {
    const node = draft.names.find('node', inflow.node);
    if (node === undefined)
      draft.warn(row, `"${shortened(inflow.node)}" of the file "${shortened(path)}" is no node: its water is left out`);
    else draft.interfaceInflows.push({ ...inflow, node });
  }
}

/** What a file holds; its fault becomes one of the row that names it. */
function told<Content>(what: string, path: string, read: () => Content): Content {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InterfaceFileUnreadable) && !(error instanceof InterfaceBytesUnreadable)) throw error;
    throw new RowRefused(`expected ${what} in "${shortened(path)}". ${error.message}`);
  }
}
