import { witaDate } from '@makaverse/calendar';
import {
  changeUnit as changeUnitEndpoint,
  closeUnit as closeUnitEndpoint,
  exportUnits,
  foundUnit as foundUnitEndpoint,
  listUnitGroups,
  listUnits,
  readUnit,
  unitGroup,
} from '@makaverse/contract/identity-directory';
import { csvFile } from '#platform/csv';
import { NotAllowed } from '#platform/errors';
import { text } from '#platform/language';
import { command, query, type Route } from '#platform/module';
import { changeUnit, closeUnit } from '../commands/change-unit.ts';
import { foundUnit } from '../commands/found-unit.ts';
import { fold, searchWords } from '../domain/fold.ts';
import { unitsInGroup } from '../domain/unit-tree.ts';
import { mayKeepDirectory } from '../policy.ts';
import { unitDetail } from '../queries/unit-detail.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { unitOn, unitsOn } from '../queries/units-on.ts';

/** The tree of units, read on any day, changed by the administrator. Every signed-in person reads it. */
export const unitRoutes: readonly Route[] = [
  query(listUnits, async ({ db, now }, { query: asked }) => {
    const on = asked.on ?? witaDate(now);
    const words = searchWords(asked.q ?? '');
    const items = (await unitsOn(db, on)).filter((unit) => {
      if (asked.kind !== undefined && unit.kind !== asked.kind) return false;
      if (asked.parentId !== undefined && unit.parentId !== asked.parentId) return false;
      const place = fold(`${unit.code} ${unit.name} ${unit.shortName} ${unit.head?.name ?? ''}`);
      return words.every((word) => place.includes(word));
    });
    return { on, items };
  }),
  query(readUnit, ({ db, now }, { params, query: asked }) => unitDetail(db, params.id, { on: asked.on ?? witaDate(now), now })),
  query(exportUnits, async ({ db, now, language }, { query: asked }) => {
    const on = asked.on ?? witaDate(now);
    const units = await unitsOn(db, on);
    const codes = new Map(units.map((unit) => [unit.id, unit.code]));
    const heading = (name: string): string => text(language, `columns.${name}`);
    const body = csvFile(
      {
        code: heading('code'),
        name: heading('name'),
        shortName: heading('shortName'),
        kind: heading('kind'),
        parent: heading('parent'),
        group: heading('presentingGroup'),
        from: heading('validFrom'),
        to: heading('validTo'),
        head: heading('head'),
        title: heading('title'),
      },
      units.map((unit) => ({
        code: unit.code,
        name: unit.name,
        shortName: unit.shortName,
        kind: unit.kind,
        parent: unit.parentId === null ? '' : (codes.get(unit.parentId) ?? ''),
        group: unit.presentingGroup ?? '',
        from: unit.validFrom,
        to: unit.validTo ?? '',
        head: unit.head?.name ?? '',
        title: unit.head?.title ?? '',
      })),
    );
    return { body, fileName: `${text(language, 'columns.unitsFile')}-${on}.csv` };
  }),
  query(listUnitGroups, async ({ db, now }) => {
    const tree = await unitTree(db, witaDate(now));
    return { items: unitGroup.options.map((group) => ({ group, unitIds: unitsInGroup(tree, group).map((unit) => unit.id) })) };
  }),
  command(foundUnitEndpoint, async (tx, { body }) => {
    if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
    const id = await foundUnit(tx, body);
    return (await unitOn(tx.db, id, body.validFrom))!;
  }),
  command(changeUnitEndpoint, async (tx, { params, body }) => {
    if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
    await changeUnit(tx, { id: params.id, ...body });
    return (await unitOn(tx.db, params.id, body.from))!;
  }),
  command(closeUnitEndpoint, async (tx, { params, body }) => {
    if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
    await closeUnit(tx, { id: params.id, ...body });
    return (await unitOn(tx.db, params.id, witaDate(tx.now)))!;
  }),
];
