import { writeMilestones } from '@makaverse/contract/programmes-plan';
import { acceptAppointment, appoint, propose, recommend, startProgramme } from '@makaverse/contract/programmes';
import type { Page } from 'playwright-core';
import type { Journey } from './journey.ts';

/** A programme made for a journey, carried by Public Works, with its head himself in charge. */
export interface ReportSetting {
  readonly programmeId: string;
  readonly unitId: string;
  readonly picId: string;
}

type Endpoint = { readonly method: string; readonly path: string };

async function act<T>(page: Page, endpoint: Endpoint, id: string, data: unknown): Promise<T> {
  const reply = await page.request.fetch(endpoint.path.replace('{id}', id), { method: endpoint.method, data });
  if (!reply.ok()) throw new Error(`${endpoint.path}: ${reply.status()} ${await reply.text()}`);
  return (await reply.json()) as T;
}

async function personOf(page: Page): Promise<string> {
  const { person } = (await (await page.request.get('/api/session')).json()) as { person: { id: string } };
  return person.id;
}

/** Starts it, has its person in charge named and accept, and writes a plan of two milestones. */
export async function reportSetting(system: Journey): Promise<ReportSetting> {
  const [mayor, assistant, head] = [await system.enter('mayor'), await system.enter('assistant'), await system.enter('head-pu')];
  const units = (await (await mayor.request.get('/api/units?q=Dinas Pekerjaan Umum')).json()) as { items: { id: string; name: string }[] };
  const unitId = units.items.find((unit) => unit.name === 'Dinas Pekerjaan Umum')!.id;
  const picId = await personOf(head);
  const programme = await act<{ id: string; units: { nominationId: string }[] }>(mayor, startProgramme, '', {
    number: 901,
    name: 'Saluran Bontorannu bebas endapan',
    outcome: 'Tidak ada genangan lebih dari satu jam',
    field: 'Drainase',
    reviewerId: await personOf(assistant),
    unitIds: [unitId],
    nominationDueOn: '2022-03-25',
    isExample: true,
  });
  const nomination = programme.units[0]!.nominationId;
  const proposed = await act<{ version: number }>(head, propose, nomination, { personId: picId, reasons: 'Memimpin sendiri.', version: 1 });
  const vetted = await act<{ version: number }>(assistant, recommend, nomination, { note: '', version: proposed.version });
  const appointed = await act<{ version: number }>(mayor, appoint, nomination, { note: '', version: vetted.version });
  await act(head, acceptAppointment, nomination, { version: appointed.version });
  const milestone = (title: string, plannedOn: string): object => ({ id: null, title, weight: 50, unitId, plannedOn, after: [] });
  await act(head, writeMilestones, programme.id, {
    planVersion: 1,
    milestones: [milestone('Saluran primer dikeruk', '2022-04-08'), milestone('Serah terima', '2022-05-31')],
  });
  for (const page of [mayor, assistant, head]) await page.context().close();
  return { programmeId: programme.id, unitId, picId };
}
