import { applyImport as applyEndpoint, previewImport as previewEndpoint, readImport } from '@makaverse/contract/identity-import';
import { NotAllowed } from '#platform/errors';
import { command, query, type Route } from '#platform/module';
import type { IdentityOptions } from '../identity-options.ts';
import { applyImport, importRecord, previewImport } from '../import/import-file.ts';
import { presentImport } from '../import/present-import.ts';
import { mayKeepDirectory } from '../policy.ts';

/** Files of units and people: previewed, then written whole. For the administrator alone; they hold contact data. */
export function importRoutes(options: IdentityOptions): readonly Route[] {
  return [
    command(previewEndpoint, async (tx, { body, file }) => {
      const id = await previewImport(tx, { kind: body.kind, file });
      return presentImport(await importRecord(tx.db, id), tx.language);
    }),
    query(readImport, async ({ db, actor, language }, { params }) => {
      if (!mayKeepDirectory(actor)) throw new NotAllowed();
      return presentImport(await importRecord(db, params.id), language);
    }),
    command(applyEndpoint, async (tx, { params }) => {
      await applyImport(tx, params.id, options.demo !== null);
      return presentImport(await importRecord(tx.db, params.id), tx.language);
    }),
  ];
}
