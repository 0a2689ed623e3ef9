import type { PlanImport, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Transaction } from '#platform/context';
import type { UploadedFile } from '#platform/module';
import { unitBriefs } from '#modules/identity';
import { PlanWrong } from '../domain/broken-rules.ts';
import { judgeBudget, type AskedLine, type KeptLine } from '../domain/judge-budget.ts';
import { judgeIndicators, replannedIndicators, shapeOf, type AskedIndicator, type KeptIndicator } from '../domain/judge-indicators.ts';
import { judgeMilestones, milestoneChanges, type AskedMilestone } from '../domain/judge-milestones.ts';
import type { PlanFault } from '../domain/plan-fault.ts';
import { keptIndicators, keptLines, keptMilestones } from '../queries/kept-plan.ts';
import { programmePlan } from '../queries/programme-plan.ts';
import { indicatorsFrom, linesFrom, milestonesFrom, type NewFigure } from '../xlsx/plan-from-sheets.ts';
import { sheetKeys, sheetTitle, type SheetKey } from '../xlsx/plan-sheets.ts';
import { sheetTable, type SheetTable } from '../xlsx/read-cells.ts';
import { readWorkbook, type CellFault } from '../xlsx/read-workbook.ts';
import { closePlan, faultWords, openPlan, type OpenPlan } from './open-plan.ts';
import { addSpending, addValue } from './report-figures.ts';
import { saveBudget } from './write-budget.ts';
import { saveIndicators } from './write-indicators.ts';
import { saveMilestones } from './write-milestones.ts';

type Counts = PlanImport['counts'][number];
interface Judged {
  readonly faults: readonly CellFault[];
  readonly counts: readonly Counts[];
  readonly isReplanning: boolean;
  readonly milestones: readonly AskedMilestone[];
  readonly indicators: { readonly asked: readonly AskedIndicator[]; readonly reported: readonly NewFigure[] };
  readonly lines: { readonly asked: readonly AskedLine[]; readonly reported: readonly NewFigure[] };
}

const mostShown = 200;

/** Judges a workbook cell by cell against the plan as it stands; writes nothing. */
export async function previewPlanImport(tx: Transaction, { id, file }: { id: string; file: UploadedFile }): Promise<PlanImport> {
  const plan = await openPlan(tx, id);
  const judged = await judge(tx, plan, file);
  return {
    counts: [...judged.counts],
    errors: judged.faults.slice(0, mostShown).map((fault) => {
      const [problem, expected] = faultWords(tx, fault);
      return { sheet: fault.sheet, cell: fault.cell, found: fault.found, problem, expected };
    }),
    errorCount: judged.faults.length,
    isReplanning: judged.isReplanning,
    planVersion: plan.version,
  };
}

/** Writes a workbook, whole or not at all. @throws PlanWrong */
export async function importPlan(
  tx: Transaction,
  asked: { id: string; file: UploadedFile; planVersion: number; reason?: string | undefined },
): Promise<ProgrammePlan> {
  const plan = await openPlan(tx, asked.id, asked.planVersion);
  const { faults, milestones, indicators, lines } = await judge(tx, plan, asked.file);
  if (faults.length > 0)
    throw new PlanWrong(
      faults
        .slice(0, mostShown)
        .map((fault) => ({ path: [fault.sheet, fault.cell].filter(Boolean).join('!'), message: faultWords(tx, fault).join(' ') })),
    );
  const { reason } = asked;
  await saveMilestones(tx, plan, { milestones, reason });
  const indicatorIds = await saveIndicators(tx, plan, { indicators: indicators.asked, reason });
  const lineIds = await saveBudget(tx, plan, lines.asked);
  for (const { row, on, figure } of indicators.reported) await addValue(tx, { id: indicatorIds[row]!, on, value: figure });
  for (const { row, on, figure } of lines.reported) await addSpending(tx, { id: lineIds[row]!, on, amount: figure });
  return closePlan(tx, plan);
}

async function judge(tx: Transaction, plan: OpenPlan, file: UploadedFile): Promise<Judged> {
  const { sheets, faults: unread } = await readWorkbook(file.bytes);
  const tables = new Map(sheetKeys.map((key) => [key, sheetTable(key, sheets.get(key) ?? [])]));
  const standing = await programmePlan(tx, plan.programmeId);
  const unitIds = plan.facts.parts.map((part) => part.unitId);
  const units = [...(await unitBriefs(tx.db, unitIds)).values()];
  const milestones = milestonesFrom(tables.get('milestones')!, standing, units);
  const indicators = indicatorsFrom(tables.get('indicators')!, standing);
  const lines = linesFrom(tables.get('money')!, standing);
  const kept = {
    milestones: await keptMilestones(tx.db, plan.programmeId),
    indicators: await keptIndicators(tx.db, plan.programmeId),
    lines: await keptLines(tx.db, plan.programmeId),
  };
  const empty = { counts: [], isReplanning: false, milestones, indicators, lines };
  if (unread.length > 0) return { ...empty, faults: unread };
  const misread = [...tables.values()].flatMap((table) => table.faults);
  if (misread.length > 0) return { ...empty, faults: misread };
  const faults = [
    ...judgeMilestones(milestones, { kept: kept.milestones, unitIds }),
    ...judgeIndicators(indicators.asked, kept.indicators),
    ...judgeBudget(lines.asked, kept.lines),
  ].map((fault) => inCell(fault, tables));
  if (faults.length > 0) return { ...empty, faults };
  const changes = milestoneChanges(milestones, kept.milestones);
  return {
    ...empty,
    faults: [],
    isReplanning: changes.replanned.length > 0 || replannedIndicators(indicators.asked, kept.indicators).length > 0,
    counts: [
      {
        sheet: 'milestones',
        title: sheetTitle('milestones'),
        new: changes.new,
        changed: changes.changed,
        same: changes.same,
        removed: changes.removed.length,
      },
      countsOf(
        'indicators',
        indicators,
        kept.indicators,
        (one: AskedIndicator | KeptIndicator) => `${one.name}|${one.measure}|${shapeOf(one)}`,
      ),
      countsOf('money', lines, kept.lines, ({ code, name, ceiling, contract, plan: spending }: AskedLine | KeptLine) =>
        JSON.stringify([code, name, ceiling, contract, spending]),
      ),
    ],
  };
}

function countsOf<A extends { readonly id: string | null }, K extends A & { readonly id: string }>(
  sheet: SheetKey,
  given: { readonly asked: readonly A[]; readonly reported: readonly NewFigure[] },
  kept: readonly K[],
  content: (one: A | K) => string,
): Counts {
  const before = new Map(kept.map((one, index) => [one.id, `${index} ${content(one)}`]));
  const reporting = new Set(given.reported.map((one) => one.row));
  const standing = given.asked.filter((one) => one.id !== null);
  const same = standing.filter((one) => {
    const index = given.asked.indexOf(one);
    return !reporting.has(index) && before.get(one.id!) === `${index} ${content(one)}`;
  }).length;
  return {
    sheet,
    title: sheetTitle(sheet),
    new: given.asked.length - standing.length,
    changed: standing.length - same,
    same,
    removed: kept.length - standing.length,
  };
}

/** Where a fault of a list stands in the workbook. */
function inCell(fault: PlanFault, tables: ReadonlyMap<SheetKey, SheetTable>): CellFault {
  const sheet = fault.list as SheetKey;
  const field = fault.field === 'unitId' ? 'unit' : fault.field;
  return {
    sheet: sheetTitle(sheet),
    cell: tables.get(sheet)!.cellOf(fault.row, field),
    found: '',
    code: fault.code,
    ...(fault.params && { params: fault.params }),
  };
}
