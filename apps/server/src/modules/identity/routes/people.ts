import {
  appointToPosition as appointEndpoint,
  changePerson as changeEndpoint,
  endPosition as endEndpoint,
  listPeople,
  readPerson,
  registerPerson as registerEndpoint,
} from '@makaverse/contract/identity-directory';
import { z } from 'zod';
import { NotAllowed } from '#platform/errors';
import { command, query, type Route } from '#platform/module';
import { appointToPosition } from '../commands/appoint-to-position.ts';
import { endPosition } from '../commands/end-position.ts';
import { changePerson, registerPerson } from '../commands/register-person.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { mayKeepDirectory } from '../policy.ts';
import { holdingsOf } from '../queries/holdings.ts';
import { peoplePage, personDetail } from '../queries/people.ts';

const pageKey = z.object({ search: z.string(), id: z.uuid() });

/** People and the positions they hold. Names and offices are open to every signed-in person, contact data are not. */
export function peopleRoutes(options: IdentityOptions): readonly Route[] {
  return [
    query(listPeople, async (context, { query: asked }) => {
      const page = await peoplePage(context, { ...asked, after: fromCursor(asked.cursor, pageKey) });
      return { items: page.items, next: page.next && toCursor(page.next) };
    }),
    query(readPerson, (context, { params }) => personDetail(context, params.id)),
    command(registerEndpoint, async (tx, { body }) => {
      if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
      return personDetail(tx, await registerPerson(tx, { ...body, isDemo: options.demo !== null }));
    }),
    command(changeEndpoint, async (tx, { params, body }) => {
      if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
      await changePerson(tx, { id: params.id, ...body });
      return personDetail(tx, params.id);
    }),
    command(appointEndpoint, async (tx, { body }) => {
      if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
      const positionId = await appointToPosition(tx, body);
      return (await holdingsOf(tx.db, { positionId, now: tx.now }))[0]!;
    }),
    command(endEndpoint, async (tx, { params, body }) => {
      if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
      await endPosition(tx, { id: params.id, to: body.to });
      return (await holdingsOf(tx.db, { positionId: params.id, now: tx.now }))[0]!;
    }),
  ];
}
