import { InterfaceFileUnreadable, readInflowsFile } from '../interface-files/read-inflows-file.ts';
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

/** What becomes of files that are neither used nor saved. */
const passedOver: Readonly<Partial<Record<ModelFile['kind'], string>>> = {
  rainfall: 'rain interface files are not used or saved: rain comes from the series and files of the gauges',
  runoff: 'runoff interface files are not used or saved: the run computes its runoff',
  rdii: 'rain-dependent inflow and infiltration (RDII) is left out: its file is not used or saved',
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
  const warning = passedOver[file.kind];
  if (warning !== undefined) draft.warn(row, warning);
  if (file.kind === 'inflows') readInflows(draft, row, file.path);
}

function readInflows(draft: Draft, row: Row, path: string): void {
  const text = draft.readFile(path);
  if (text === null) {
    draft.warn(row, `the file "${shortened(path)}" is not at hand: nothing flows in from it`);
    return;
  }
  try {
    for (const inflow of readInflowsFile(text)) {
      const node = draft.names.find('node', inflow.node);
      if (node === undefined)
        draft.warn(row, `"${shortened(inflow.node)}" of the file "${shortened(path)}" is no node: its water is left out`);
      else draft.interfaceInflows.push({ ...inflow, node });
    }
  } catch (error) {
    if (!(error instanceof InterfaceFileUnreadable)) throw error;
    throw new RowRefused(`expected a routing interface file in "${shortened(path)}". ${error.message}`);
  }
}
