import { createClient, type Call } from '@makaverse/client/call';
import type { Directive } from '@makaverse/contract/directives';
import { listUnits } from '@makaverse/contract/identity-directory';
import { readSession } from '@makaverse/contract/identity-session';
import { callMeeting, draftMeeting } from '@makaverse/contract/meetings';
import { closeMeeting, keepDirective, startMeeting } from '@makaverse/contract/meetings-room';
import type { Journey } from './journey.ts';

/** Calls the public API as a persona, as a script of the city would. */
export async function apiAs(system: Journey, persona: string): Promise<Call> {
  const page = await system.enter(persona);
  const cookies = await page.context().cookies();
  await page.context().close();
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  return createClient({ baseUrl: system.url(), language: () => 'id', headers: () => ({ cookie }) });
}

/** An instant some hours after another. */
export const hoursFrom = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** Holds a short meeting in which the mayor orders one thing of one unit; its directive is issued when the meeting closes. */
export async function issuedDirective(system: Journey, words: string, toUnit: string): Promise<Directive> {
  const clerk = await apiAs(system, 'clerk');
  const mayor = await apiAs(system, 'mayor');
  const { person, now } = await mayor(readSession, {});
  const { items: units } = await clerk(listUnits, {});
  const unit = units.find((one) => one.name === toUnit)!;
  const reviewer = units.find((one) => one.kind === 'assistant' && one.head)!.head!;
  const { person: self } = await clerk(readSession, {});
  const draft = await clerk(draftMeeting, {
    body: {
      kind: 'coordination',
      title: `Rapat: ${words}`,
      startsAt: hoursFrom(now, 1),
      endsAt: hoursFrom(now, 2),
      place: 'Balai Kota',
      link: null,
      chairId: person!.id,
      clerkIds: [self!.id],
      refreshOfId: null,
      groups: [],
      unitIds: [unit.id],
      template: 'none',
    },
  });
  const params = { id: draft.id };
  const called = await clerk(callMeeting, { params, body: { version: draft.version } });
  const running = await mayor(startMeeting, { params, body: { version: called.version } });
  const directive = await clerk(keepDirective, {
    params,
    body: {
      words,
      groups: [],
      addressees: [{ unitId: unit.id, picId: unit.head!.id, nominationDueOn: null }],
      deadline: '2022-04-29',
      measure: 'terlihat di lapangan',
      reviewerId: reviewer.id,
      isCascading: false,
    },
  });
  await mayor(closeMeeting, { params, body: { version: running.version } });
  return directive;
}
